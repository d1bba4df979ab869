// The lists: providers, enterprises, contracts, ratings. See view_models.h for how they are kept.
//
// `update` must be called before `size` and `row` in every frame. Rows hold views into the ledger, valid until the next
// `App::begin_frame`, command or store answer.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/verdict.h"
#include "core/state/state.h"
#include "shell/app/app.h"
#include "shell/app/display.h"

namespace hengping::shell {

enum class SortOrder : std::uint8_t { ascending, descending };

/// How near a provider is to the ground of Article 9(2).
struct UnsatisfiedCount {
  std::int64_t count = 0;
  std::int64_t limit = 0;
  [[nodiscard]] bool met() const { return count >= limit; }
  [[nodiscard]] std::int64_t distance() const {
    return met() ? 0 : limit - count;
  }  ///< how many more would meet it; 0 when met
  /// Not met, but one or two ratings short of it: near enough to talk to the provider. With a limit of one or two, a provider without a
  /// single bad rating is not near.
  [[nodiscard]] bool near() const { return !met() && count > 0 && distance() <= 2; }
};

// ---------------------------------------------------------------- 服务商

enum class ProviderColumn : std::uint8_t {
  id,
  name,
  uscc,
  legal_representative,
  registered_on,
  engagements,
  ratings,
  unsatisfied,
  standing
};

struct ProviderQuery {
  std::string text;  ///< in id, name, uscc, legal representative, address
  std::optional<Standing> standing;
  std::optional<ProviderType> type;
  bool only_grounds_met = false;
  ProviderColumn sort = ProviderColumn::id;
  SortOrder order = SortOrder::ascending;
  [[nodiscard]] bool operator==(const ProviderQuery&) const = default;
};

struct ProviderRow {
  std::string_view id, name, uscc, legal_representative, address;
  CivilDate registered_on;
  const std::vector<ProviderType>* types = nullptr;  ///< may be empty, never null
  std::size_t engagements = 0;
  RatingTally ratings;  ///< effective ones
  Standing standing = Standing::in_pool;
  std::size_t grounds_met = 0;               ///< how many; their numbers are in `verdict`
  UnsatisfiedCount unsatisfied;              ///< as Article 9(2) counts it
  const ProviderVerdict* verdict = nullptr;  ///< never null
};

class ProviderList {
 public:
  void update(App& app, const ProviderQuery& query);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t total() const { return all_; }  ///< without the query
  [[nodiscard]] const ProviderRow& row(std::size_t index) const { return rows_[index]; }

 private:
  std::uint64_t revision_ = 0;
  ProviderQuery query_;
  std::vector<ProviderRow> rows_;
  std::size_t all_ = 0;
};

// ---------------------------------------------------------------- 试点企业

enum class EnterpriseColumn : std::uint8_t { id, name, uscc, industry, scale, district, engagements };

struct EnterpriseQuery {
  std::string text;  ///< in id, name, uscc, industry, district
  std::optional<EnterpriseScale> scale;
  EnterpriseColumn sort = EnterpriseColumn::id;
  SortOrder order = SortOrder::ascending;
  [[nodiscard]] bool operator==(const EnterpriseQuery&) const = default;
};

struct EnterpriseRow {
  std::string_view id, name, uscc, industry, district;  ///< district may be empty
  std::optional<EnterpriseScale> scale;
  CivilDate registered_on;
  std::size_t engagements = 0;
};

class EnterpriseList {
 public:
  void update(App& app, const EnterpriseQuery& query);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t total() const { return all_; }
  [[nodiscard]] const EnterpriseRow& row(std::size_t index) const { return rows_[index]; }

 private:
  std::uint64_t revision_ = 0;
  EnterpriseQuery query_;
  std::vector<EnterpriseRow> rows_;
  std::size_t all_ = 0;
};

// ---------------------------------------------------------------- 服务合同

enum class EngagementColumn : std::uint8_t { id, provider, enterprise, amount, signed_on, due_on, ratings };

struct EngagementQuery {
  std::string text;      ///< in id, and the ids and names of provider and enterprise
  std::string provider;  ///< only this one's; empty: all
  std::string enterprise;
  EngagementColumn sort = EngagementColumn::id;
  SortOrder order = SortOrder::ascending;
  [[nodiscard]] bool operator==(const EngagementQuery&) const = default;
};

struct EngagementRow {
  std::string_view id, provider, provider_name, enterprise, enterprise_name;
  Money amount;  ///< see money_text
  CivilDate signed_on, due_on;
  RatingTally ratings;
};

class EngagementList {
 public:
  void update(App& app, const EngagementQuery& query);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t total() const { return all_; }
  [[nodiscard]] const EngagementRow& row(std::size_t index) const { return rows_[index]; }

 private:
  std::uint64_t revision_ = 0;
  EngagementQuery query_;
  std::vector<EngagementRow> rows_;
  std::size_t all_ = 0;
};

// ---------------------------------------------------------------- 满意度评价

enum class RatingColumn : std::uint8_t { on, period, engagement, provider, enterprise, satisfaction, status };

struct RatingQuery {
  std::string text;  ///< in engagement, period, comment or reason, and the ids and names of provider and enterprise
  std::optional<Satisfaction> satisfaction;
  std::string provider;  ///< identifiers; empty: all
  std::string enterprise;
  std::string engagement;
  std::string period;
  bool only_effective = false;
  RatingColumn sort = RatingColumn::on;
  SortOrder order = SortOrder::descending;
  [[nodiscard]] bool operator==(const RatingQuery&) const = default;
};

/// One rating, or one withdrawal of it.
struct RatingRow {
  std::string_view engagement, period, provider, provider_name, enterprise, enterprise_name;
  CivilDate on;
  RatingStatus status = RatingStatus::effective;
  std::optional<Satisfaction> satisfaction;  ///< none for a withdrawal
  std::string_view words;                    ///< the comment, or a withdrawal's reason; may be empty
  const void* body = nullptr;                ///< names the record, see RecordIndex
};

class RatingList {
 public:
  void update(App& app, const RatingQuery& query);
  [[nodiscard]] std::size_t size() const { return hits_.size(); }
  [[nodiscard]] std::size_t total() const { return all_; }
  [[nodiscard]] RatingRow row(std::size_t index) const { return row_of(hits_[index]); }
  /// Periods that occur, in byte order: for the filter.
  [[nodiscard]] const std::vector<std::string>& periods() const { return periods_; }

 private:
  struct Hit {
    std::uint32_t engagement = 0, slot = 0, event = 0;
  };
  [[nodiscard]] RatingRow row_of(const Hit& hit) const;

  std::uint64_t revision_ = 0;
  RatingQuery query_;
  const State* state_ = nullptr;
  std::vector<Hit> hits_;
  std::vector<std::string> periods_;
  std::size_t all_ = 0;
};

}  // namespace hengping::shell
