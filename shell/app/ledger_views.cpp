#include "shell/app/ledger_views.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/order.h"
#include "core/base/text.h"

namespace hengping::shell {

namespace {

const DeviceRights* rights_of(const App& app, std::string_view device) {
  const auto& rights = app.ledger().rights();
  const auto found =
      std::find_if(rights.begin(), rights.end(), [device](const DeviceRights& one) { return one.device.id == device; });
  return found == rights.end() ? nullptr : &*found;
}

bool bureau_known(const App& app) { return !app.ledger().roots().empty() || !app.ledger().founders().empty(); }

std::vector<std::string> digit_groups(const std::string& device) {
  std::vector<std::string> groups(1);
  for (const char digit : fingerprint(device)) {
    if (digit == ' ') {
      groups.emplace_back();
    } else {
      groups.back() += digit;
    }
  }
  return groups;
}

/// What is told of a device that has no records yet: only its own description.
DeviceRights rights_without_records(const App& app) {
  DeviceRights rights;
  rights.device = app.device();
  rights.standing = bureau_known(app) ? DeviceStanding::unknown : DeviceStanding::free;
  const auto& roots = app.ledger().roots();
  if (std::find(roots.begin(), roots.end(), app.device().id) != roots.end()) rights.standing = DeviceStanding::root;
  rights.role = app.device().role;
  rights.name = app.device().name;
  rights.scope = app.device().scope;
  return rights;
}

DeviceRow row_of(const App& app, const DeviceRights& rights, Office office) {
  DeviceRow row;
  row.id = rights.device.id;
  row.role = rights.role;
  row.name = rights.name;
  row.scope = rights.scope;
  row.standing = rights.standing;
  row.records = rights.records;
  row.waiting = rights.waiting;
  row.digits = digit_groups(rights.device.id);
  row.own = rights.device.id == app.device().id;
  row.is_signed = !rights.device.key.empty();
  for (const Feed& feed : app.ledger().feeds()) {
    if (feed.device.id != row.id || feed.records.empty()) continue;
    const Record& last = app.ledger().records()[feed.records.back()];
    row.head_hash = last.hash_text();
    row.last_at = instant_text(last.at());
  }
  const bool about_another = may_act(office) && !row.own && row.standing != DeviceStanding::root;
  const bool asks = row.standing == DeviceStanding::unknown || row.standing == DeviceStanding::free;
  row.may_refuse = about_another && row.standing == DeviceStanding::unknown;
  row.may_enrol =
      about_another && (asks || row.standing == DeviceStanding::refused || row.standing == DeviceStanding::revoked);
  row.may_revoke = about_another && row.standing == DeviceStanding::enrolled;
  return row;
}

/// Whether all that this device has stated has been handed out signed.
bool is_handed_over(const App& app) {
  const auto& feeds = app.ledger().feeds();
  const auto own =
      std::find_if(feeds.begin(), feeds.end(), [&](const Feed& feed) { return feed.device.id == app.device().id; });
  if (own == feeds.end()) return false;
  return own->device.key.empty() ? app.exports() > 0 : !app.ledger().head_to_sign(app.device().id).has_value();
}

bool has_own_facts(const App& app) {
  const auto& records = app.ledger().records();
  const auto& feeds = app.ledger().feeds();
  return std::any_of(feeds.begin(), feeds.end(), [&](const Feed& feed) {
    return feed.device.id == app.device().id && std::any_of(feed.records.begin(), feed.records.end(),
                                                            [&](std::uint32_t one) { return records[one].is_fact; });
  });
}

std::vector<EnrolmentStepView> first_steps(const App& app, const DevicesView& view) {
  const bool is_bureau = view.own.role == Role::bureau;
  if (is_bureau && (!view.bureau_known || view.own.standing == DeviceStanding::root)) return {};
  const bool enrolled = view.own.standing == DeviceStanding::enrolled;
  const bool stated = has_own_facts(app);
  return {{EnrolmentStep::introduce, view.introduced},
          {EnrolmentStep::record, stated},
          {EnrolmentStep::hand_over, stated && is_handed_over(app)},
          {EnrolmentStep::compare, enrolled}};
}

int rank_of(const DeviceRow& row) {
  if (row.own) return 0;
  if (row.standing == DeviceStanding::unknown) return 1;
  return 2;
}

bool is_introduced(const Device& device) {
  return !device.name.empty() && (!is_of_party(device.role) || !device.scope.empty());
}

DeviceFormFaults check(const DeviceForm& form) {
  DeviceFormFaults faults;
  if (form.name.empty()) faults.name = EntryFault::missing;
  if (!is_of_party(form.role)) return faults;
  if (form.scope.empty()) {
    faults.scope = EntryFault::missing;
  } else if (!is_identifier(form.scope)) {
    faults.scope = EntryFault::malformed;
  }
  return faults;
}

}  // namespace

bool is_of_party(Role role) { return role == Role::enterprise || role == Role::provider; }

Office office_of(const App& app) {
  const DeviceRights* rights = rights_of(app, app.device().id);
  const Role role = rights == nullptr ? app.device().role : rights->role;
  if (role != Role::bureau) return Office::other_role;
  if (!bureau_known(app)) return Office::founds;
  const DeviceStanding standing = rights == nullptr ? rights_without_records(app).standing : rights->standing;
  return standing == DeviceStanding::root || standing == DeviceStanding::enrolled ? Office::acts : Office::not_enrolled;
}

DevicesView devices_view(App& app) {
  DevicesView view;
  view.office = office_of(app);
  view.bureau_known = bureau_known(app);
  const DeviceRights* own = rights_of(app, app.device().id);
  view.own = row_of(app, own == nullptr ? rights_without_records(app) : *own, view.office);
  view.introduced = is_introduced(app.device());
  view.may_enrol_bureau = view.office == Office::founds || view.own.standing == DeviceStanding::root;
  if (own == nullptr) view.devices.push_back(view.own);
  for (const DeviceRights& rights : app.ledger().rights()) view.devices.push_back(row_of(app, rights, view.office));
  put_in_order(view.devices, [](const DeviceRow& one, const DeviceRow& other) {
    return std::forward_as_tuple(rank_of(one), one.name) < std::forward_as_tuple(rank_of(other), other.name);
  });
  for (const DeviceRow& row : view.devices) {
    view.records += row.records;
    view.waiting += row.waiting;
    if (!row.own && row.standing == DeviceStanding::unknown) ++view.requests;
  }
  view.steps = first_steps(app, view);
  return view;
}

std::string party_name(App& app, Role role, std::string_view id) {
  if (role == Role::provider) {
    const ProviderState* provider = app.state().provider(id);
    return provider == nullptr ? std::string() : provider->profile.name;
  }
  const EnterpriseState* enterprise = app.state().enterprise(id);
  return enterprise == nullptr ? std::string() : enterprise->registration->name;
}

DeviceForm introduction_form(const App& app) { return {{}, app.device().role, app.device().name, app.device().scope}; }

DeviceFormFaults introduce(App& app, const DeviceForm& form) {
  const DeviceFormFaults faults = check(form);
  if (!faults.any()) app.introduce(form.role, form.name, is_of_party(form.role) ? form.scope : std::string());
  return faults;
}

DeviceForm enrolment_form(const DeviceRow& device) { return {device.id, device.role, device.name, device.scope}; }

DeviceFormFaults enrol(App& app, const DeviceForm& form) {
  DeviceFormFaults faults = check(form);
  const DevicesView view = devices_view(app);
  if (form.role == Role::bureau && !view.may_enrol_bureau) faults.role = EntryFault::malformed;
  const auto found = std::find_if(view.devices.begin(), view.devices.end(),
                                  [&](const DeviceRow& one) { return one.id == form.device; });
  if (faults.any() || found == view.devices.end() || !found->may_enrol) return faults;
  const Device device = rights_of(app, form.device)->device;
  app.state(
      enrolment_of(app.ledger(), device, form.role, form.name, is_of_party(form.role) ? form.scope : std::string()));
  return faults;
}

bool refuse_device(App& app, const std::string& device, const std::string& reason) {
  const DeviceRights* rights = rights_of(app, device);
  if (reason.empty() || rights == nullptr || !row_of(app, *rights, office_of(app)).may_refuse) return false;
  app.state(DeviceRefused{device, reason});
  return true;
}

bool revoke_device(App& app, const std::string& device, const std::string& reason) {
  const DeviceRights* rights = rights_of(app, device);
  if (reason.empty() || rights == nullptr || !row_of(app, *rights, office_of(app)).may_revoke) return false;
  app.state(revocation_of(app.ledger(), device, reason));
  return true;
}

std::vector<Irregularity> irregularities_view(const App& app) {
  std::vector<Irregularity> list = find_irregularities(app.ledger());
  for (Irregularity& one : list) {
    one.at = instant_text(one.at);
    if (!one.other_at.empty()) one.other_at = instant_text(one.other_at);
  }
  return list;
}

}  // namespace hengping::shell
