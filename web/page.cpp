#include "web/page.h"

#include <utility>

#include "shell/ui/json_members.h"
#include "web/host.h"

namespace hengping::web {

Page::Page() : app_({.store = store_, .clock = clock_, .ids = ids_, .files = files_, .signer = signer_}) {
  app_.on_change([] { hp_host_request_frame(); });
}

Page::~Page() = default;

bool Page::start_painting() {
  if (application_ != nullptr) return true;
  auto surface = std::make_unique<ui::Surface>(glyphs_);
  auto canvas = std::make_unique<Canvas>(surface->textures());
  if (!canvas->ready()) return false;
  surface_ = std::move(surface);
  canvas_ = std::move(canvas);
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
    case ui::EventType::hold:
    case ui::EventType::photo: break;
  }
  // Only the latest offset of a scroller matters, and only the latest text while it is being composed.
  if (event.type == ui::EventType::scroll && !events_.empty() && events_.back().type == ui::EventType::scroll &&
      events_.back().node == event.node) {
    events_.back() = std::move(event);
    return;
  }
  events_.push_back(std::move(event));
}

void Page::surroundings(ui::Surroundings surroundings, const View& view) {
  surroundings_ = std::move(surroundings);
  view_ = view;
  if (application_ != nullptr) application_->set_demonstration(surroundings_.demo);
}

const std::string& Page::frame(double time_ms) {
  output_.clear();
  if (application_ == nullptr) {
    output_ = "{}";
    return output_;
  }
  surroundings_.seconds = time_ms / 1000.0;
  const float ratio = surroundings_.device_pixel_ratio;
  const float density = ratio * view_.zoom;
  surface_->begin(
      {view_.x, view_.y, static_cast<float>(view_.width) / density, static_cast<float>(view_.height) / density}, ratio,
      view_.zoom);
  tree_.begin_frame();
  const std::vector<ui::Event> events = std::exchange(events_, {});
  const ui::Effects effects = application_->draw(surroundings_, events, tree_, *surface_);
  tree_.end_frame();
  const bool complete = surface_->end();
  canvas_->render(surface_->data(), view_.width, view_.height, application_->ground());

  ui::JsonMembers members(output_);
  if (const std::string patch = tree_.take_patch(); !patch.empty()) members.raw("patch", patch);
  members.number("focus", effects.focus);
  members.number("scrollIntoView", effects.scroll_into_view);
  members.text("navigate", effects.navigate);
  members.flag("anotherFrame", effects.another_frame || !complete);
  members.number("request", static_cast<std::uint32_t>(effects.request));
  members.number("stopPhotos", effects.stop_photos);
  members.text("savePhoto", effects.save_photo);
  members.text("savePhotoName", effects.save_photo_name);
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

bool Page::context_restored() { return canvas_ != nullptr && canvas_->restore(); }

}  // namespace hengping::web
