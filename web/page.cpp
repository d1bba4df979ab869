#include "web/page.h"

#include <algorithm>
#include <cfloat>
#include <utility>

#include <imgui.h>

#include "shell/ui/json_members.h"
#include "web/host.h"

namespace hengping::web {

Page::ImGuiOwner::ImGuiOwner() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  // Input belongs to the mirror; Dear ImGui's own handling of keys and mouse would answer everything twice.
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange | ImGuiConfigFlags_NoKeyboard;
  io.ConfigInputTextCursorBlink = false;
}

Page::ImGuiOwner::~ImGuiOwner() { ImGui::DestroyContext(); }

Page::Page() : app_({.store = store_, .clock = clock_, .ids = ids_, .files = files_, .signer = signer_}) {
  app_.on_change([] { hp_host_request_frame(); });
}

Page::~Page() = default;

bool Page::start_painting() {
  if (application_ != nullptr) return true;
  auto imgui = std::make_unique<ImGuiOwner>();
  auto canvas = std::make_unique<Canvas>();
  if (!canvas->ready()) return false;
  imgui_ = std::move(imgui);
  canvas_ = std::move(canvas);
  fonts_ = std::make_unique<ui::Fonts>(glyphs_);
  application_ = std::make_unique<ui::Application>(app_);
  return true;
}

void Page::event(ui::Event event, bool checked) {
  switch (event.type) {
    case ui::EventType::input: tree_.page_changed_value(event.node, event.text); break;
    case ui::EventType::scroll: tree_.page_changed_scroll(event.node, event.x, event.y); break;
    case ui::EventType::activate:
      if (const ui::Node* node = tree_.find(event.node);
          node != nullptr &&
          (node->role == ui::Role::checkbox || node->role == ui::Role::radio || node->role == ui::Role::switch_)) {
        tree_.page_changed_checked(event.node, checked);
      }
      break;
    case ui::EventType::commit:
    case ui::EventType::focus:
    case ui::EventType::blur:
    case ui::EventType::key:
    case ui::EventType::file:
    case ui::EventType::dismiss:
    case ui::EventType::hold: break;
  }
  // Only the latest offset of a scroller matters, and only the latest text while it is being composed.
  if (event.type == ui::EventType::scroll && !events_.empty() && events_.back().type == ui::EventType::scroll &&
      events_.back().node == event.node) {
    events_.back() = std::move(event);
    return;
  }
  events_.push_back(std::move(event));
}

void Page::surroundings(ui::Surroundings surroundings, int pixel_width, int pixel_height) {
  surroundings_ = std::move(surroundings);
  if (application_ != nullptr) application_->set_demonstration(surroundings_.demo);
  pixel_width_ = pixel_width;
  pixel_height_ = pixel_height;
}

const std::string& Page::frame(double time_ms) {
  output_.clear();
  if (application_ == nullptr) {
    output_ = "{}";
    return output_;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {surroundings_.width, surroundings_.height};
  io.DisplayFramebufferScale = {surroundings_.device_pixel_ratio, surroundings_.device_pixel_ratio};
  const double elapsed = last_frame_ms_ > 0 ? (time_ms - last_frame_ms_) / 1000.0 : 0.0;
  // After an idle hour an animation must not jump to its end at once.
  io.DeltaTime = static_cast<float>(std::clamp(elapsed, 0.0001, 0.1));
  last_frame_ms_ = time_ms;
  surroundings_.seconds = time_ms / 1000.0;
  if (surroundings_.has_pointer) {
    io.AddMousePosEvent(surroundings_.pointer_x, surroundings_.pointer_y);
  } else {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  io.AddMouseButtonEvent(0, surroundings_.pointer_down);

  ImGui::NewFrame();
  fonts_->begin_frame();
  tree_.begin_frame();
  const std::vector<ui::Event> events = std::exchange(events_, {});
  const ui::Effects effects = application_->draw(surroundings_, events, tree_);
  tree_.end_frame();
  ImGui::Render();
  const bool complete = fonts_->draw_pending();
  canvas_->render(*ImGui::GetDrawData(), pixel_width_, pixel_height_, ImGui::GetColorU32(ImGuiCol_WindowBg));

  ui::JsonMembers members(output_);
  if (const std::string patch = tree_.take_patch(); !patch.empty()) members.raw("patch", patch);
  members.number("focus", effects.focus);
  members.number("scrollIntoView", effects.scroll_into_view);
  members.text("navigate", effects.navigate);
  members.flag("anotherFrame", effects.another_frame || !complete);
  if (effects.wake_after_ms >= 0) members.always("wakeAfter", effects.wake_after_ms);
  members.text("title", effects.title);
  members.text("scheme", effects.scheme);
  members.text("language", effects.language);
  members.close();
  return output_;
}

void Page::context_lost() {
  if (canvas_ != nullptr) canvas_->lose();
}

void Page::context_restored() {
  if (canvas_ != nullptr) canvas_->restore();
}

}  // namespace hengping::web
