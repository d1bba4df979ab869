// The parts of 数据交换. Each keeps what was typed into it; views are made anew when App::revision() has changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shell/ui/screens/record_parts.h"

namespace hengping::ui {

/// What a file would do, and taking it in.
void import_preview(Context& context, bool bring_into_view);

/// Shows a list piece by piece: how much of it, and the button for more.
class Piecemeal {
 public:
  static constexpr std::size_t piece = 20;
  [[nodiscard]] std::size_t shown(std::size_t total) const { return total < most_ ? total : most_; }
  [[nodiscard]] std::size_t most() const { return most_; }
  void more(Context& context, std::size_t total);

 private:
  std::size_t most_ = piece;
};

/// 本设备: who keeps it, its check digits, and what to do next.
class OwnDeviceSection {
 public:
  void draw(Context& context, const shell::DevicesView& view);

 private:
  void form(Context& context, const shell::DevicesView& view);

  bool editing_ = false, filled_ = false;
  shell::DeviceForm form_;
  shell::DeviceFormFaults faults_;
};

/// 设备登记: all devices, and what the bureau states of them.
class DevicesSection {
 public:
  void draw(Context& context, const shell::DevicesView& view);

 private:
  enum class Asked : std::uint8_t { nothing, enrolment, refusal, revocation };
  void device(Context& context, const shell::DeviceRow& row);
  void ask(Asked what, const shell::DeviceRow& row);
  void enrolment(Context& context, const shell::DevicesView& view);
  void reason(Context& context);

  Piecemeal pieces_;
  Asked asked_ = Asked::nothing;
  shell::DeviceRow row_;  ///< whom it is about
  shell::DeviceForm form_;
  shell::DeviceFormFaults faults_;
  ReasonDialog dialog_;
};

/// 暂不计入的记录 by device and reason.
class UncountedSection {
 public:
  void draw(Context& context);

 private:
  shell::UncountedList list_;
  Piecemeal pieces_;
};

/// 冲突.
class ConflictsSection {
 public:
  void draw(Context& context, const shell::DevicesView& view);

 private:
  void conflict(Context& context, const shell::ConflictView& conflict, bool may_act);

  shell::ConflictList list_;
  Piecemeal pieces_;
  shell::ConflictView chosen_;  ///< of which a side is to be kept
  std::string kept_;
  ReasonDialog dialog_;
};

/// 后来得知.
class LateSection {
 public:
  void draw(Context& context);

 private:
  shell::LateList list_;
  Piecemeal pieces_;
};

/// 异常.
class IrregularitiesSection {
 public:
  void draw(Context& context);

 private:
  std::vector<Irregularity> list_;
  Piecemeal pieces_;
  std::uint64_t revision_ = 0;
};

/// 部分导出.
class ExtractSection {
 public:
  void draw(Context& context);

 private:
  std::vector<Choice> choices_;
  std::uint64_t revision_ = 0;
  int whose_ = 0, chosen_from_ = -1;
  std::string party_;
  bool redact_ = false;
};

/// The fields of who keeps a device; `of_bureau` offers that role too.
void device_fields(Context& context, shell::DeviceForm& form, const shell::DeviceFormFaults& faults, bool of_bureau);
/// The check digits, to be read out.
void check_digits(Context& context, const shell::DeviceRow& row);
/// "名称 · 编号 · …" of a record, its kind a link to its page.
void record_line(Context& context, const shell::RecordLine& line);

}  // namespace hengping::ui
