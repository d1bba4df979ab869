// The command line `hengping`: reads what is asked for and hands it to one command.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "shell/cli/commands.h"

namespace hengping::cli {

namespace {

/// The language must be known before the help texts are made.
Language language_asked_for(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view asked;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) asked = arguments[i + 1];
    if (arguments[i].starts_with("--lang=")) asked = std::string_view(arguments[i]).substr(7);
    if (asked == "en") return Language::english;
  }
  return Language::chinese;
}

/// What stands where the command belongs; null if nothing does.
const std::string* first_word(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang") {
      ++i;  // its value
    } else if (!arguments[i].starts_with('-')) {
      return &arguments[i];
    }
  }
  return nullptr;
}

class Program {
 public:
  explicit Program(Console& console)
      : console_(console), words_(console.words()), root_(words_.say(CliText::about), "hengping") {
    prepare(root_);
    root_.set_version_flag("--version", "hengping " HENGPING_VERSION, words_.say(CliText::option_version));
    root_.require_subcommand(1);
    add_ledger();
    add_import();
    add_export();
    add_merge();
    add_verify();
    add_device();
    add_record();
    add_conflict();
    add_late();
    add_evaluate();
    add_explain();
    add_policy();
    add_assess();
    add_deadlines();
    add_rank();
    add_duties();
    add_generate();
    add_state_hash();
    add_rules();
  }

  Exit run(std::vector<std::string> arguments) {
    const std::vector<std::string> as_typed = arguments;
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    try {
      root_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      console_.print(root_.help());
      return Exit::done;
    } catch (const CLI::CallForVersion& version) {
      console_.print(std::string(version.what()) + "\n");
      return Exit::done;
    } catch (const CLI::ParseError& error) {
      return explain(error, as_typed);
    }
    if (lang_ != "zh" && lang_ != "zh-CN" && lang_ != "en")
      return wrong_usage(console_, CliText::usage_language, {lang_});
    return command_();
  }

 private:
  void prepare(CLI::App& app) {
    app.get_formatter()->label("Usage", words_.say(CliText::help_usage));
    app.get_formatter()->label("Positionals", words_.say(CliText::help_positionals));
    app.get_formatter()->label("SUBCOMMAND", words_.say(CliText::help_command));
    app.get_formatter()->label("OPTIONS", words_.say(CliText::help_options));
    app.set_help_flag("-h,--help", words_.say(CliText::option_help))->group(words_.say(CliText::help_options));
    app.option_defaults()->group(words_.say(CliText::help_options));
    app.add_option("--lang", lang_, words_.say(CliText::option_lang))->option_text("zh|en");
  }

  CLI::App* add_command(CLI::App& parent, const std::string& name, CliText about) {
    CLI::App* command = parent.add_subcommand(name, words_.say(about));
    command->group(words_.say(CliText::help_commands));
    prepare(*command);
    return command;
  }

  static CLI::Option* place(CLI::App* command, const std::string& name, std::string& value, const std::string& about) {
    return command->add_option(name, value, about)->option_text(" ")->required();
  }

  CLI::Option* named(CLI::App* command, const std::string& name, std::string& value, CliText about,
                     const std::string& sample) {
    return command->add_option(name, value, words_.say(about) + words_.say(CliText::help_required))
        ->option_text(sample)
        ->required();
  }

  void json_flag(CLI::App* command, bool& json) { command->add_flag("--json", json, words_.say(CliText::option_json)); }

  void attachment_options(CLI::App* command, AttachmentOptions& attachments) {
    optional(command, "--attachments", attachments.folder, CliText::option_attachments_out, "DIR");
    command->add_flag("--without-attachments", attachments.without, words_.say(CliText::option_without_attachments));
  }

  void add_ledger() {
    CLI::App* group = add_command(root_, "ledger", CliText::command_ledger);
    group->require_subcommand(1);
    CLI::App* command = add_command(*group, "new", CliText::command_ledger_new);
    place(command, "LEDGER", ledger_new_.ledger, words_.say(CliText::place_new_ledger));
    named(command, "--role", ledger_new_.role, CliText::option_role, "ROLE");
    named(command, "--name", ledger_new_.name, CliText::option_name, "NAME");
    optional(command, "--scope", ledger_new_.scope, CliText::option_scope, "ID");
    json_flag(command, ledger_new_.json);
    command->callback([this] { command_ = [this] { return new_ledger(ledger_new_, console_); }; });
  }

  void add_import() {
    CLI::App* command = add_command(root_, "import", CliText::command_import);
    place(command, "LEDGER", import_.ledger, words_.say(CliText::place_ledger));
    command->add_option("FILE", import_.files, words_.say(CliText::place_import_files))->option_text("...")->required();
    optional(command, "--attachments", import_.attachments, CliText::option_attachments_in, "DIR");
    json_flag(command, import_.json);
    command->callback([this] { command_ = [this] { return import_files(import_, console_); }; });
  }

  void add_export() {
    CLI::App* command = add_command(root_, "export", CliText::command_export);
    place(command, "LEDGER", export_.ledger, words_.say(CliText::place_ledger_or_bundle));
    named(command, "-o,--output", export_.output, CliText::option_output, "FILE");
    optional(command, "--scope", export_.scope, CliText::option_export_scope, "provider:ID|enterprise:ID");
    command->add_flag("--redact", export_.redact, words_.say(CliText::option_redact));
    attachment_options(command, export_.attachments);
    json_flag(command, export_.json);
    command->callback([this] { command_ = [this] { return export_bundle(export_, console_); }; });
  }

  void add_merge() {
    CLI::App* command = add_command(root_, "merge", CliText::command_merge);
    place(command, "A", merge_.one, words_.say(CliText::place_bundle_a));
    place(command, "B", merge_.other, words_.say(CliText::place_bundle_b));
    named(command, "-o,--output", merge_.output, CliText::option_output, "FILE");
    attachment_options(command, merge_.attachments);
    json_flag(command, merge_.json);
    command->callback([this] { command_ = [this] { return merge_bundles(merge_, console_); }; });
  }

  void add_verify() {
    CLI::App* command = add_command(root_, "verify", CliText::command_verify);
    place(command, "FILE", verify_.file, words_.say(CliText::place_verify_file));
    json_flag(command, verify_.json);
    command->callback([this] { command_ = [this] { return verify_file(verify_, console_); }; });
  }

  CLI::App* add_about_rights(CLI::App& group, const std::string& name, CliText about, bool has_subject,
                             bool has_reason) {
    CLI::App* command = add_command(group, name, about);
    place(command, "LEDGER", rights_.ledger, words_.say(CliText::place_ledger));
    if (has_subject) place(command, "ID", rights_.subject, words_.say(CliText::place_subject));
    if (has_reason) named(command, "--reason", rights_.reason, CliText::option_reason, "TEXT");
    json_flag(command, rights_.json);
    return command;
  }
  void on(CLI::App* command, Exit (*work)(const RightsRequest&, Console&)) {
    command->callback([this, work] { command_ = [this, work] { return work(rights_, console_); }; });
  }

  void add_device() {
    CLI::App* group = add_command(root_, "device", CliText::command_device);
    group->require_subcommand(1);
    on(add_about_rights(*group, "list", CliText::command_device_list, false, false), list_devices);
    CLI::App* enrol = add_about_rights(*group, "enrol", CliText::command_device_enrol, true, false);
    optional(enrol, "--role", rights_.role, CliText::option_role, "ROLE");
    optional(enrol, "--scope", rights_.scope, CliText::option_scope, "ID");
    optional(enrol, "--name", rights_.name, CliText::option_name, "NAME");
    on(enrol, enrol_device);
    on(add_about_rights(*group, "trust", CliText::command_device_trust, true, false), trust_device);
    on(add_about_rights(*group, "refuse", CliText::command_device_refuse, true, true), refuse_device);
    on(add_about_rights(*group, "revoke", CliText::command_device_revoke, true, true), revoke_device);
  }

  void add_record() {
    CLI::App* group = add_command(root_, "record", CliText::command_record);
    group->require_subcommand(1);
    on(add_about_rights(*group, "waiting", CliText::command_record_waiting, false, false), list_waiting);
    on(add_about_rights(*group, "admit", CliText::command_record_admit, true, true),
       [](const RightsRequest& asked, Console& console) { return judge_record(asked, true, console); });
    on(add_about_rights(*group, "reject", CliText::command_record_reject, true, true),
       [](const RightsRequest& asked, Console& console) { return judge_record(asked, false, console); });
  }

  void add_conflict() {
    CLI::App* group = add_command(root_, "conflict", CliText::command_conflict);
    group->require_subcommand(1);
    on(add_about_rights(*group, "list", CliText::command_conflict_list, false, false), list_conflicts);
    on(add_about_rights(*group, "resolve", CliText::command_conflict_resolve, true, true), resolve_conflict);
  }

  void add_late() { on(add_about_rights(root_, "late", CliText::command_late, false, false), list_late_decisions); }

  void add_evaluate() {
    CLI::App* command = add_command(root_, "evaluate", CliText::command_evaluate);
    place(command, "FILE", evaluate_.file, words_.say(CliText::place_evaluate_file));
    named(command, "--as-of", evaluate_.as_of, CliText::option_as_of, "YYYY-MM-DD");
    optional(command, "--known-on", evaluate_.known_on, CliText::option_known_on, "YYYY-MM-DD");
    command->add_option("--policy", evaluate_.policy, words_.say(CliText::option_policy_tested))->option_text("FILE");
    json_flag(command, evaluate_.json);
    command->callback([this] { command_ = [this] { return evaluate_file(evaluate_, console_); }; });
  }

  void add_explain() {
    CLI::App* command = add_command(root_, "explain", CliText::command_explain);
    place(command, "FILE", explain_.file, words_.say(CliText::place_evaluate_file));
    named(command, "--provider", explain_.provider, CliText::option_provider, "ID");
    named(command, "--as-of", explain_.as_of, CliText::option_as_of, "YYYY-MM-DD");
    json_flag(command, explain_.json);
    command->callback([this] { command_ = [this] { return explain_provider(explain_, console_); }; });
  }

  void add_policy() {
    CLI::App* group = add_command(root_, "policy", CliText::command_policy);
    group->require_subcommand(1);
    CLI::App* command = add_command(*group, "test", CliText::command_policy_test);
    place(command, "FILE", policy_test_.file, words_.say(CliText::place_evaluate_file));
    named(command, "--policy", policy_test_.policy, CliText::option_policy, "NEW.json");
    named(command, "--as-of", policy_test_.as_of, CliText::option_as_of, "YYYY-MM-DD");
    json_flag(command, policy_test_.json);
    command->callback([this] { command_ = [this] { return test_policy(policy_test_, console_); }; });
  }

  void add_rules() {
    CLI::App* command = add_command(root_, "rules", CliText::command_rules);
    json_flag(command, rules_.json);
    command->callback([this] { command_ = [this] { return list_rules(rules_, console_); }; });
  }
  void add_state_hash() {
    CLI::App* command = add_command(root_, "state-hash", CliText::command_state_hash);
    place(command, "FILE", state_hash_.file, words_.say(CliText::place_evaluate_file));
    json_flag(command, state_hash_.json);
    command->callback([this] { command_ = [this] { return print_state_hash(state_hash_, console_); }; });
  }

  void add_assess() {
    CLI::App* command = add_command(root_, "assess", CliText::command_assess);
    place(command, "FILE", assess_.file, words_.say(CliText::place_assess_file));
    json_flag(command, assess_.json);
    command->callback([this] { command_ = [this] { return assess_file(assess_, console_); }; });
  }

  CLI::App* add_of_day(const std::string& name, CliText about, std::string& file, std::string& as_of, bool& json) {
    CLI::App* command = add_command(root_, name, about);
    place(command, "FILE", file, words_.say(CliText::place_evaluate_file));
    named(command, "--as-of", as_of, CliText::option_as_of, "YYYY-MM-DD");
    json_flag(command, json);
    return command;
  }

  void optional(CLI::App* command, const std::string& name, std::string& value, CliText about,
                const std::string& sample) {
    command->add_option(name, value, words_.say(about))->option_text(sample);
  }

  void add_deadlines() {
    DeadlinesRequest& asked = deadlines_;
    CLI::App* command = add_of_day("deadlines", CliText::command_deadlines, asked.file, asked.as_of, asked.json);
    optional(command, "--days", asked.days, CliText::option_days, "N");
    optional(command, "--role", asked.role, CliText::option_role_to_act, "ROLE");
    optional(command, "--ics", asked.ics, CliText::option_ics, "FILE");
    command->callback([this] { command_ = [this] { return list_deadlines(deadlines_, console_); }; });
  }

  void add_rank() {
    CLI::App* command = add_of_day("rank", CliText::command_rank, rank_.file, rank_.as_of, rank_.json);
    command->callback([this] { command_ = [this] { return rank_file(rank_, console_); }; });
  }

  void add_duties() {
    DutiesRequest& asked = duties_;
    CLI::App* command = add_of_day("duties", CliText::command_duties, asked.file, asked.as_of, asked.json);
    optional(command, "--engagement", asked.engagement, CliText::option_engagement, "ID");
    optional(command, "--provider", asked.provider, CliText::option_provider, "ID");
    command->callback([this] { command_ = [this] { return list_duties(duties_, console_); }; });
  }

  void add_generate() {
    CLI::App* command = add_command(root_, "generate", CliText::command_generate);
    named(command, "--providers", generate_.providers, CliText::option_providers, "N");
    named(command, "--enterprises", generate_.enterprises, CliText::option_enterprises, "N");
    named(command, "--facts", generate_.facts, CliText::option_facts, "N");
    named(command, "--seed", generate_.seed, CliText::option_seed, "S");
    named(command, "-o,--output", generate_.output, CliText::option_output, "FILE");
    json_flag(command, generate_.json);
    command->callback([this] { command_ = [this] { return generate_city(generate_, console_); }; });
  }

  /// CLI11 words its errors in English; here they are worded anew, with the names that it found.
  Exit explain(const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    std::string_view subject = error.what();
    CliText text = CliText::usage_wrong;
    if (root_.get_subcommands().empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      const std::string* word = first_word(arguments);
      text = word == nullptr ? CliText::usage_no_command : CliText::usage_unknown_command;
      subject = word == nullptr ? std::string_view() : *word;
    } else if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      text = CliText::usage_missing;
      subject = subject.substr(0, subject.find(' '));
      if (const std::size_t option = subject.find(','); option != std::string_view::npos)
        subject.remove_prefix(option + 1);
    } else if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
      text = CliText::usage_unknown;
      subject = subject.substr(subject.find(": ") + 2);
    } else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      text = CliText::usage_value;
      subject = subject.substr(0, subject.find(':'));
    }
    console_.note(words_.say(text, {subject}));
    std::string asked = "hengping";
    for (const CLI::App* at = &root_; !at->get_subcommands().empty();) {
      at = at->get_subcommands().front();
      asked += " " + at->get_name();
    }
    console_.note(words_.say(CliText::usage_see_help, {asked + " --help"}));
    return Exit::usage;
  }

  Console& console_;
  const Words& words_;
  CLI::App root_;
  std::string lang_ = "zh";
  LedgerNewRequest ledger_new_;
  ImportRequest import_;
  ExportRequest export_;
  MergeRequest merge_;
  VerifyRequest verify_;
  RightsRequest rights_;
  EvaluateRequest evaluate_;
  ExplainRequest explain_;
  PolicyTestRequest policy_test_;
  StateHashRequest state_hash_;
  RulesRequest rules_;
  AssessRequest assess_;
  DeadlinesRequest deadlines_;
  RankRequest rank_;
  DutiesRequest duties_;
  GenerateRequest generate_;
  std::function<Exit()> command_;
};

}  // namespace

}  // namespace hengping::cli

int main(int count, char** values) {
  using namespace hengping::cli;
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  const Words words(language_asked_for(arguments));
  Console console(words);
  Exit exit = Program(console).run(arguments);
  if (!console.flush()) {
    console.note(words.say(CliText::stdout_failed));
    if (exit == Exit::done) exit = Exit::refused;
  }
  return static_cast<int>(exit);
}
