// An app on in-memory ports, and facts in a line each.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/codec/json_reader.h"
#include "shell/app/app.h"
#include "shell/app/forms.h"
#include "shell/app/memory_ports.h"

namespace hengping::shell {

inline CivilDate day(std::string_view text) { return CivilDate::parse(text).value(); }

/// Made of valid codes: the check characters are right.
inline constexpr std::string_view uscc_a = "91220102MA1F4FE12D";
inline constexpr std::string_view uscc_b = "91220103MADRMTGU16";

struct Harness {
  inline static std::uint64_t made = 0;
  MemoryStore store;
  ManualClock clock{day("2025-06-30")};
  CountingIds ids{1000 * ++made};  // no two devices share an identity
  MemoryFiles files;
  MemorySigner signer{made};
  App app{App::Ports{store, clock, ids, files, signer}};

  Harness() {
    store.set_listener(app);
    signer.set_listener(app);
  }

  /// Everything, as it is handed out.
  std::string bundle() {
    app.export_bundle();
    return files.files().back().bytes;
  }
  /// Becomes the device of another harness as it is stored, not opened yet.
  void take_the_place_of(const Harness& before) {
    store.contents() = before.store.contents();
    signer = MemorySigner(before.signer.number());
    signer.set_listener(app);
  }
  /// To be opened anew, see Reloaded.
  [[nodiscard]] const Harness& stored() const { return *this; }

  void open() {
    app.open();
    store.pump();
  }

  SubmitResult provider(std::string id, std::string name = "甲公司", std::string on = "2025-01-01",
                        std::string_view uscc = uscc_a) {
    ProviderForm form = new_provider_form(app);
    form.on = std::move(on);
    form.provider = std::move(id);
    form.name = std::move(name);
    form.uscc = uscc;
    form.address = "长春市南关区";
    form.legal_representative = "𤭢明";
    form.business_scope = "软件";
    form.registered_capital = "1,000,000";
    form.types = {ProviderType::small_fast};
    return app.submit(make_fact(form, app.settings().role));
  }
  SubmitResult enterprise(std::string id, std::string name = "乙工厂", std::string on = "2025-01-01") {
    EnterpriseForm form = new_enterprise_form(app);
    form.on = std::move(on);
    form.enterprise = std::move(id);
    form.name = std::move(name);
    form.uscc = uscc_b;
    form.industry = "汽车零部件";
    form.scale = EnterpriseScale::specialised;
    return app.submit(make_fact(form, app.settings().role));
  }
  SubmitResult engagement(std::string id, std::string_view provider, std::string_view enterprise,
                          std::string on = "2025-01-10", bool with_plan = false) {
    EngagementForm form = new_engagement_form(app, provider, enterprise);
    form.on = std::move(on);
    form.engagement = std::move(id);
    form.amount = "12000.50";
    form.due_on = "2026-01-10";
    form.items = {{"网关", "采集", "可视", "1000.05", "12", true}};
    if (with_plan) form.plan = {{"2025-06-01", "50"}, {"2026-01-10", "100"}};
    return app.submit(make_fact(form, app.settings().role));
  }
  SubmitResult rating(std::string_view engagement, std::string period, Satisfaction satisfaction,
                      std::string on = "2025-03-01", std::string comment = {}) {
    RatingForm form = new_rating_form(app, engagement);
    form.on = std::move(on);
    form.period = std::move(period);
    form.satisfaction = satisfaction;
    form.comment = std::move(comment);
    return app.submit(make_fact(form, app.settings().role));
  }
  SubmitResult withdrawal(std::string_view engagement, std::string_view period, std::string on = "2025-03-02") {
    WithdrawalForm form = new_withdrawal_form(app, engagement, period);
    form.on = std::move(on);
    form.reason = "误填";
    return app.submit(make_fact(form, app.settings().role));
  }
  /// Any fact, as it stands in a file.
  SubmitResult fact(std::string_view json) {
    FaultList faults;
    const auto value = read_json(json, faults);
    return app.submit(value.value());
  }
  /// P1, Q1, E1 and so many unsatisfied ratings, of 2025-01, 2025-02 …
  void bad_case(int ratings) {
    provider("P1");
    enterprise("Q1");
    engagement("E1", "P1", "Q1");
    for (int month = 1; month <= ratings; ++month)
      rating("E1", "2025-0" + std::to_string(month), Satisfaction::unsatisfied, "2025-03-01");
  }
};

/// What a harness stored, opened by another app, as after a reload.
struct Reloaded : Harness {
  /// With a reason, the key refuses the first signature that it is asked for.
  explicit Reloaded(const Harness& before, std::string refusal = {}) {
    take_the_place_of(before);
    signer.fail_next(std::move(refusal));
    open();
  }
};

}  // namespace hengping::shell
