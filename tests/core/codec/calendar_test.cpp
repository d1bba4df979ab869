#include "core/codec/calendar.h"

#include <algorithm>
#include <set>

#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

CalendarOptions options(std::optional<int> alarm = std::nullopt) {
  CalendarOptions result;
  result.stamp = "2026-11-23T05:31:08Z";
  result.alarm_days = alarm;
  return result;
}

Deadline deadline(std::string_view ref, std::string_view due, const std::string& words) {
  Deadline one;
  one.kind = DeadlineKind::rectification;
  one.provider = "P1";
  one.ref = ref;
  one.due_on = day(due);
  one.words = Bilingual{words, words};
  return one;
}

/// Content lines as RFC 5545, 3.1 reads them: each physical line ends in CRLF and has at most 75 octets; a line that begins with a space
/// goes on with the one before.
Words content_lines(std::string_view calendar) {
  Words lines;
  while (!calendar.empty()) {
    const std::size_t end = calendar.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const std::string_view line = calendar.substr(0, end);
    REQUIRE(line.size() <= 75);
    REQUIRE_FALSE(line.empty());
    REQUIRE(line.find_first_of("\r\n") == std::string_view::npos);
    // Each physical line is sound UTF-8 by itself: it begins with a character, not within one.
    const std::string_view text = line.front() == ' ' ? line.substr(1) : line;
    REQUIRE_FALSE(text.empty());
    REQUIRE((static_cast<unsigned char>(text.front()) & 0xC0U) != 0x80U);
    if (line.front() == ' ') {
      REQUIRE_FALSE(lines.empty());
      lines.back() += text;
    } else {
      lines.emplace_back(line);
    }
    calendar.remove_prefix(end + 2);
  }
  return lines;
}

std::size_t count(const Words& lines, std::string_view line) {
  return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
}

/// A TEXT value as RFC 5545, 3.3.11 reads it.
std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') {
      ++i;
      REQUIRE(i < value.size());
      REQUIRE(std::string_view("\\;,nN").find(value[i]) != std::string_view::npos);
      out += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else {
      REQUIRE(value[i] != ';');
      REQUIRE(value[i] != ',');
      out += value[i];
    }
  }
  return out;
}

std::string value_of(const Words& lines, std::string_view name) {
  for (const std::string& line : lines) {
    if (line.starts_with(std::string(name) + ":")) return line.substr(name.size() + 1);
  }
  FAIL("no such property");
  return {};
}

}  // namespace

TEST_CASE("Calendar: every deadline with a day is an event of that whole day; what waits is none") {
  const Story story({order("R1", "2025-03-03"), finding("F1", "2025-03-01", "6.1")});
  const auto found = find_deadlines(story.state("2025-03-04"), default_policy(), day("2025-03-04"), {});
  REQUIRE(found.size() == 2);
  const Words lines = content_lines(write_calendar(found, day("2025-03-04"), options()));
  CHECK(lines == Words{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hengping//deadlines//ZH", "METHOD:PUBLISH",
                       "NAME:限期和待办（截至2025-03-04）", "X-WR-CALNAME:限期和待办（截至2025-03-04）", "BEGIN:VEVENT",
                       "UID:rectification/P1/R1@hengping", "DTSTAMP:20261123T053108Z", "DTSTART;VALUE=DATE:20250402",
                       "SUMMARY:整改到期：R1（P1）", "DESCRIPTION:限期整改通知R1应于2025-04-02前（含当日）完成整改。",
                       "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"});
}

TEST_CASE("Calendar: each kind of deadline that has a day is named by what ends") {
  const auto title = [](DeadlineKind kind) {
    Deadline one = deadline("X1", "2025-04-02", "到期");
    one.kind = kind;
    one.engagement = "C1";
    return value_of(content_lines(write_calendar({one}, day("2025-03-04"), options())), "SUMMARY");
  };
  CHECK(title(DeadlineKind::rectification) == "整改到期：X1（P1）");
  CHECK(title(DeadlineKind::contract) == "合同到期：X1（P1）");
  CHECK(title(DeadlineKind::plan_point) == "进度节点：C1（P1）");
  CHECK(title(DeadlineKind::reply) == "陈述申辩截止：X1（P1）");
  CHECK(title(DeadlineKind::appeal) == "申诉截止：X1（P1）");
}

TEST_CASE("Calendar: the language is the one asked for") {
  CalendarOptions english = options();
  english.language = &Bilingual::en;
  const Story story({order("R1", "2025-03-03")});
  const auto found = find_deadlines(story.state("2025-03-04"), default_policy(), day("2025-03-04"), {});
  const Words lines = content_lines(write_calendar(found, day("2025-03-04"), english));
  CHECK(value_of(lines, "SUMMARY") == "Order due: R1 (P1)");
  CHECK(value_of(lines, "DESCRIPTION") == "Order R1 is to be carried out by 2025-04-02.");
}

TEST_CASE("Calendar: long lines are folded at 75 octets and never within a character") {
  for (std::size_t ascii = 0; ascii < 80; ++ascii) {
    for (const std::string_view character : {"x", "é", "限", "𠮷"}) {
      std::string words(ascii, 'a');
      for (int i = 0; i < 60; ++i) words += character;
      const auto calendar = write_calendar({deadline("R1", "2025-04-02", words)}, day("2025-03-04"), options());
      REQUIRE(value_of(content_lines(calendar), "DESCRIPTION") == words);
    }
  }
}

TEST_CASE("Calendar: commas, semicolons, backslashes and line breaks are escaped") {
  const std::string words = "甲,乙;丙\\丁\n戊\\n";
  const Words lines =
      content_lines(write_calendar({deadline("R1", "2025-04-02", words + "\r\n")}, day("2025-03-04"), options()));
  CHECK(value_of(lines, "DESCRIPTION") == "甲\\,乙\\;丙\\\\丁\\n戊\\\\n\\n");
  CHECK(unescaped(value_of(lines, "DESCRIPTION")) == words + "\n");
}

TEST_CASE("Calendar: an event keeps its UID when its day moves, and no two events share one") {
  const Story story(
      {order("R1", "2025-03-03"), order("R2", "2025-03-03"),
       of_order("extended", "2025-03-20", "R1", R"("due_on":"2025-04-20","reason":"设备未到")"),
       replaced(replaced(engagement_c1, "\"C1\"", "\"B1\""), "\"items\"",
                R"("plan":[{"on":"2025-03-30","percent":30},{"on":"2025-06-01","percent":100}],"items")")});
  const auto uids = [&](std::string_view date) {
    const auto found = find_deadlines(story.state(date), default_policy(), day(date), DeadlineQuery{1000, {}, {}});
    Words result;
    for (const std::string& line : content_lines(write_calendar(found, day(date), options()))) {
      if (line.starts_with("UID:")) result.push_back(line);
    }
    std::sort(result.begin(), result.end());
    CHECK(std::set<std::string>(result.begin(), result.end()).size() == result.size());
    return result;
  };
  CHECK(uids("2025-03-10").size() == 5);
  CHECK(uids("2025-03-10") == uids("2025-03-25"));
}

TEST_CASE("Calendar: a reminder stands before the day, if one is asked for") {
  const auto found = std::vector{deadline("R1", "2025-04-02", "整改"), deadline("R2", "2025-04-03", "整改")};
  const Words with = content_lines(write_calendar(found, day("2025-03-04"), options(3)));
  CHECK(count(with, "BEGIN:VALARM") == 2);
  CHECK(count(with, "TRIGGER:-P3D") == 2);
  CHECK(count(with, "END:VALARM") == 2);
  CHECK(count(content_lines(write_calendar(found, day("2025-03-04"), options())), "BEGIN:VALARM") == 0);
}

TEST_CASE("Calendar: without events it still holds a component, as RFC 5545 asks") {
  const Words lines = content_lines(write_calendar({}, day("2025-03-04"), options()));
  CHECK(count(lines, "BEGIN:VEVENT") == 0);
  CHECK(count(lines, "BEGIN:VTIMEZONE") == 1);
  CHECK(lines.back() == "END:VCALENDAR");
}

TEST_CASE("Calendar: years before and after are written with four digits") {
  const Words lines = content_lines(write_calendar(
      {deadline("R1", "1949-10-01", "整改"), deadline("R2", "2028-02-29", "整改")}, day("2025-03-04"), options()));
  CHECK(count(lines, "DTSTART;VALUE=DATE:19491001") == 1);
  CHECK(count(lines, "DTSTART;VALUE=DATE:20280229") == 1);
}
