#include <utility>

#include "core/assessment/answers.h"
#include "core/assessment/result_json.h"
#include "core/assessment/score.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

namespace {

using assessment::SceneAnswer;
using assessment::SelfAssessment;

/// "、" between, nothing before the first.
void append_item(std::string& list, const std::string& item, const Words& words) {
  if (!list.empty()) list += words.say(CliText::list_separator);
  list += item;
}

void print_line_if_any(CliText text, const std::string& list, Console& console) {
  if (!list.empty()) console.print(console.words().say(text, {list}) + "\n");
}

void print_open_ends(const SelfAssessment& result, Console& console) {
  const Words& words = console.words();
  std::string questions;
  std::string figures;
  for (const auto& section : result.sections) {
    for (const auto& question : section.questions) {
      const std::string number = std::to_string(question.number);
      if (!question.points)
        append_item(questions, words.say(CliText::assess_question, {number, question.title}), words);
      std::string labels;
      for (const std::string& label : question.missing_inputs) append_item(labels, label, words);
      if (!labels.empty()) append_item(figures, words.say(CliText::assess_question_figures, {number, labels}), words);
    }
  }
  std::string scenes;
  for (const auto& scene : result.scenes) {
    if (scene.answer.status == SceneAnswer::Status::unanswered) append_item(scenes, scene.title, words);
  }
  print_line_if_any(CliText::assess_unanswered_questions, questions, console);
  print_line_if_any(CliText::assess_unanswered_scenes, scenes, console);
  print_line_if_any(CliText::assess_missing_figures, figures, console);
}

void print_in_words(const SelfAssessment& result, Console& console) {
  const Words& words = console.words();
  console.print(words.of(result.title) + "\n" + words.of(result.summary) + "\n");
  for (const auto& section : result.sections) {
    const std::string points = section.points.to_string();
    console.print("  " + words.say(CliText::assess_section, {section.title, points, section.maximum.to_string()}) +
                  "\n");
  }
  print_open_ends(result, console);
  for (const auto& level : result.levels) {
    console.print(words.say(CliText::assess_level, {words.of(level.name), words.of(level.explanation)}) + "\n");
  }
  console.print("\n" + words.of(result.notice) + "\n");
  for (std::size_t i = 0; i < result.unconfirmed.size(); ++i) {
    console.print("  " + std::to_string(i + 1) + ". " + words.of(result.unconfirmed[i]) + "\n");
  }
}

}  // namespace

Exit assess_file(const AssessRequest& request, Console& console) {
  const Attempt<std::string> text = read_file(request.file);
  if (!text.value) return refuse(console, request.file, unreadable_file(request.file, text.error));
  const assessment::Questionnaire& questionnaire = assessment::default_questionnaire();
  FaultList faults;
  const auto answers = assessment::read_answers_text(questionnaire, *text.value, faults);
  if (!answers) return refuse(console, request.file, faults);
  const SelfAssessment result = assessment::score(questionnaire, *answers);
  if (request.json) {
    console.print_json(assessment::result_json(result));
  } else {
    print_in_words(result, console);
  }
  return Exit::done;
}

}  // namespace hengping::cli
