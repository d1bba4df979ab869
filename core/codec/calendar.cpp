#include "core/codec/calendar.h"

#include <algorithm>
#include <cstddef>

#include "core/text/say.h"

namespace hengping {
namespace {

constexpr std::string_view line_end = "\r\n";

/// Appends content lines (RFC 5545, 3.1).
class Lines {
 public:
  explicit Lines(std::string& out) : out_(out) {}

  void add(std::string_view line) {
    constexpr std::size_t longest = 75;
    std::size_t room = longest;
    while (line.size() > room) {
      std::size_t cut = room;
      while (is_continuation(line[cut])) --cut;  // between characters; one is at most four octets
      out_.append(line.substr(0, cut)).append(line_end).append(" ");
      line.remove_prefix(cut);
      room = longest - 1;  // the space counts
    }
    out_.append(line).append(line_end);
  }
  void add(std::string_view name, std::string_view value) { add(std::string(name).append(":").append(value)); }
  /// A value of type TEXT (3.3.11).
  void add_text(std::string_view name, std::string_view text) { add(name, escaped(text)); }

 private:
  static bool is_continuation(char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U; }

  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else if (c == '\\' || c == ';' || c == ',') {
        out += '\\';
        out += c;
      } else if (c != '\r') {
        out += c;
      }
    }
    return out;
  }

  std::string& out_;
};

/// `YYYYMMDD` (3.3.4) and `YYYYMMDDThhmmssZ` (3.3.5).
std::string basic_form(std::string_view extended) {
  std::string out(extended);
  std::erase_if(out, [](char c) { return c == '-' || c == ':'; });
  return out;
}

CoreText title_text(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::contract: return CoreText::deadline_calendar_title_contract;
    case DeadlineKind::plan_point: return CoreText::deadline_calendar_title_plan_point;
    case DeadlineKind::reply: return CoreText::deadline_calendar_title_reply;
    case DeadlineKind::appeal: return CoreText::deadline_calendar_title_appeal;
    case DeadlineKind::rectification:
    case DeadlineKind::verification:
    case DeadlineKind::trigger:
    case DeadlineKind::case_judgement:
    case DeadlineKind::replacement:
    case DeadlineKind::decision:
    case DeadlineKind::appeal_decision: break;  // the first; the others have no day
  }
  return CoreText::deadline_calendar_title_rectification;
}

void add_event(Lines& lines, const Deadline& deadline, const CalendarOptions& options) {
  const std::string& named = deadline.kind == DeadlineKind::plan_point ? deadline.engagement : deadline.ref;
  const std::string title = say(title_text(deadline.kind), {deadline.provider, named}).*options.language;
  lines.add("BEGIN:VEVENT");
  lines.add_text("UID", std::string(deadline_kind_name(deadline.kind)) + "/" + deadline.provider + "/" + deadline.ref +
                            "@hengping");
  lines.add("DTSTAMP", basic_form(options.stamp));
  lines.add("DTSTART;VALUE=DATE", basic_form(deadline.due_on->to_string()));
  lines.add_text("SUMMARY", title);
  lines.add_text("DESCRIPTION", deadline.words.*options.language);
  lines.add("TRANSP:TRANSPARENT");  // a day on which something is due is not a day that is taken
  if (options.alarm_days) {
    lines.add("BEGIN:VALARM");
    lines.add("ACTION:DISPLAY");
    lines.add("TRIGGER", "-P" + std::to_string(*options.alarm_days) + "D");
    lines.add_text("DESCRIPTION", title);
    lines.add("END:VALARM");
  }
  lines.add("END:VEVENT");
}

/// A calendar must hold something (3.4). One without events says at least where its days are days.
void add_time_zone(Lines& lines) {
  for (const std::string_view line :
       {"BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800", "END:STANDARD", "END:VTIMEZONE"}) {
    lines.add(line);
  }
}

}  // namespace

std::string write_calendar(const std::vector<Deadline>& deadlines, CivilDate as_of, const CalendarOptions& options) {
  std::string out;
  Lines lines(out);
  lines.add("BEGIN:VCALENDAR");
  lines.add("VERSION:2.0");
  lines.add("PRODID:-//hengping//deadlines//ZH");
  lines.add("METHOD:PUBLISH");
  const std::string name = say(CoreText::deadline_calendar_name, {as_of.to_string()}).*options.language;
  lines.add_text("NAME", name);          // RFC 7986
  lines.add_text("X-WR-CALNAME", name);  // what most programs read
  bool any = false;
  for (const Deadline& deadline : deadlines) {
    if (!deadline.due_on) continue;
    any = true;
    add_event(lines, deadline, options);
  }
  if (!any) add_time_zone(lines);
  lines.add("END:VCALENDAR");
  return out;
}

}  // namespace hengping
