// The commands, each from its own file: what it needs from the command line, and what it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/ledger/rights.h"
#include "core/rules/verdict_change.h"
#include "shell/cli/attachments.h"
#include "shell/cli/console.h"

namespace hengping::cli {

/// The words of the command line, not yet judged.
struct LedgerNewRequest {
  std::string ledger, role, name, scope;
  bool json = false;
};
struct ImportRequest {
  std::string ledger;
  std::vector<std::string> files;
  std::string attachments;  ///< a folder that may hold what is missing; empty: none
  bool json = false;
};
struct ExportRequest {
  std::string ledger, output, scope;
  AttachmentOptions attachments;
  bool redact = false;
  bool json = false;
};
struct MergeRequest {
  std::string one, other, output;
  AttachmentOptions attachments;
  bool json = false;
};
/// Of the commands about devices, records that wait, and conflicts: `subject` is the beginning of a device's or record's name in hex.
struct RightsRequest {
  std::string ledger, subject, reason, role, scope, name;
  bool json = false;
};
struct VerifyRequest {
  std::string file;
  bool json = false;
};
struct EvaluateRequest {
  std::string file, as_of;
  std::string known_on;  ///< only what the bureau had by the end of that day; empty: all that is known
  std::string policy;    ///< a document to judge by instead of the policy in force; empty: none
  bool json = false;
};
struct ExplainRequest {
  std::string file, provider, as_of;
  bool json = false;
};
struct PolicyTestRequest {
  std::string file, policy, as_of;
  bool json = false;
};
struct RulesRequest {
  bool json = false;
};
struct StateHashRequest {
  std::string file;
  bool json = false;
};
struct AssessRequest {
  std::string file;
  bool json = false;
};
struct DeadlinesRequest {
  std::string file, as_of, days = "30", role, ics;
  bool json = false;
};
struct RankRequest {
  std::string file, as_of;
  bool json = false;
};
struct DutiesRequest {
  std::string file, as_of, engagement, provider;
  bool json = false;
};
struct GenerateRequest {
  std::string providers, enterprises, facts, seed, output;
  bool json = false;
};

[[nodiscard]] Exit new_ledger(const LedgerNewRequest& request, Console& console);
[[nodiscard]] Exit import_files(const ImportRequest& request, Console& console);
[[nodiscard]] Exit export_bundle(const ExportRequest& request, Console& console);
[[nodiscard]] Exit merge_bundles(const MergeRequest& request, Console& console);
[[nodiscard]] Exit list_devices(const RightsRequest& request, Console& console);
[[nodiscard]] Exit enrol_device(const RightsRequest& request, Console& console);
[[nodiscard]] Exit refuse_device(const RightsRequest& request, Console& console);
[[nodiscard]] Exit revoke_device(const RightsRequest& request, Console& console);
[[nodiscard]] Exit trust_device(const RightsRequest& request, Console& console);
[[nodiscard]] Exit list_waiting(const RightsRequest& request, Console& console);
[[nodiscard]] Exit judge_record(const RightsRequest& request, bool admit, Console& console);
[[nodiscard]] Exit list_conflicts(const RightsRequest& request, Console& console);
[[nodiscard]] Exit resolve_conflict(const RightsRequest& request, Console& console);
[[nodiscard]] Exit list_late_decisions(const RightsRequest& request, Console& console);
[[nodiscard]] Exit verify_file(const VerifyRequest& request, Console& console);
[[nodiscard]] Exit evaluate_file(const EvaluateRequest& request, Console& console);
[[nodiscard]] Exit assess_file(const AssessRequest& request, Console& console);
[[nodiscard]] Exit list_deadlines(const DeadlinesRequest& request, Console& console);
[[nodiscard]] Exit rank_file(const RankRequest& request, Console& console);
[[nodiscard]] Exit list_duties(const DutiesRequest& request, Console& console);
[[nodiscard]] Exit explain_provider(const ExplainRequest& request, Console& console);
[[nodiscard]] Exit test_policy(const PolicyTestRequest& request, Console& console);
[[nodiscard]] Exit list_rules(const RulesRequest& request, Console& console);
[[nodiscard]] Exit print_state_hash(const StateHashRequest& request, Console& console);
[[nodiscard]] Exit generate_city(const GenerateRequest& request, Console& console);

/// One verdict that differs, as explain and policy test print it.
[[nodiscard]] JsonValue change_json(const VerdictChange& change);

/// A device and what it may state.
[[nodiscard]] JsonValue device_json(const DeviceRights& one);
[[nodiscard]] std::string device_line(const DeviceRights& one, const Words& words);

/// Says what is wrong with the command line.
Exit wrong_usage(Console& console, CliText text, std::initializer_list<std::string_view> words = {});
/// Says on both streams why nothing was done: words on stderr, `{"ok": false, "faults": […]}` on stdout.
Exit refuse(Console& console, std::string_view file, const FaultList& faults);
Exit refuse(Console& console, std::string_view file, Fault fault);

}  // namespace hengping::cli
