#include "tests/ui/driver.h"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <utility>

namespace hengping::ui {

namespace {

Event event_of(EventType type, NodeId node, std::string text = {}) {
  Event event;
  event.type = type;
  event.node = node;
  event.text = std::move(text);
  return event;
}

}  // namespace

void take_textures(Surface& surface) {
  for (ImTextureData* texture : surface.textures()) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

GlyphExtent PlainGlyphs::measure(std::string_view text, float size, Weight) {
  std::size_t at = 0;
  const char32_t code_point = next_code_point(text, at);
  const float advance = code_point >= 0x2E80 ? size : size * 0.55F;
  if (code_point == ' ') return {.advance = size * 0.28F};
  return {.advance = advance, .left = 1, .top = size * 0.8F, .right = advance - 1, .bottom = 1};
}

void PlainGlyphs::draw(std::span<const GlyphDrawing> drawings, int width, int height,
                       std::span<std::uint8_t> coverage) {
  for (const GlyphDrawing& drawing : drawings) {
    const int x = static_cast<int>(drawing.x);
    const int y = std::min(height - 1, static_cast<int>(drawing.baseline));
    coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] = 255;
  }
}

Driver::Driver(float width, float height) {
  around.width = width;
  around.height = height;
  around.touch = width < 640;
  around.hover = !around.touch;
  store.set_listener(app);
  signer.set_listener(app);
}

Driver::~Driver() = default;

void Driver::open() {
  app.open();
  frame();
  store.pump();
  frame();
}

Effects Driver::paint(std::span<const Event> events) { return application_.draw(around, events, tree, surface_); }

void Driver::draw(std::vector<Event> events) {
  for (const Event& event : events) {
    if (event.type == EventType::input) tree.page_changed_value(event.node, event.text);
    if (event.type == EventType::scroll) tree.page_changed_scroll(event.node, event.x, event.y);
  }
  surface_.begin({0, 0, around.width, around.height}, around.device_pixel_ratio);
  tree.begin_frame();
  effects = paint(events);
  tree.end_frame();
  static_cast<void>(surface_.end());
  take_textures(surface_);
  picture_ = picture_of(surface_.data());
  vertices_ = static_cast<std::size_t>(surface_.data().TotalVtxCount);
  patches.push_back(tree.take_patch());
  if (effects.take_newer) ++newer_taken;
  if (effects.protect != ProtectionRequest::none) protection_asked.push_back(effects.protect);
  if (effects.scroll_into_view != 0) scrolled_into_view = effects.scroll_into_view;
}

void Driver::frame(std::vector<Event> events) {
  draw(std::move(events));
  store.pump();
  for (int more = 0; more < 8; ++more) {
    std::vector<Event> next;
    bool again = false;
    if (!effects.navigate.empty() && effects.navigate != around.route) {
      around.route = effects.navigate;
      again = true;
    }
    if (effects.focus != 0 && effects.focus != focused_ && tree.find(effects.focus) != nullptr) {
      if (focused_ != 0) next.push_back(event_of(EventType::blur, focused_));
      focused_ = effects.focus;
      next.push_back(event_of(EventType::focus, focused_));
      again = true;
    }
    if (!again) break;
    draw(std::move(next));
    store.pump();
  }
  draw({});
}

void Driver::go(std::string route) {
  around.route = std::move(route);
  frame();
}

const Node& Driver::node(Role role, std::string_view name) {
  const Node* found = tree.find(role, name);
  INFO("looking for " << role_name(role) << " “" << name << "” at " << around.route);
  REQUIRE(found != nullptr);
  return *found;
}

bool Driver::says(std::string_view words) const {
  return std::any_of(tree.nodes().begin(), tree.nodes().end(), [&](const Node& node) {
    return node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos;
  });
}

void Driver::act(EventType type, NodeId id, std::string text) { frame({event_of(type, id, std::move(text))}); }

void Driver::press(Role role, std::string_view name) { press(node(role, name).id); }

void Driver::fill(Role role, std::string_view name, std::string text) {
  act(EventType::input, node(role, name).id, std::move(text));
}

void Driver::follow(std::string_view name) { go(node(Role::link, name).value); }

void Driver::choose_file(std::string_view name, std::string file, std::string bytes) {
  Event event = event_of(EventType::file, node(Role::file, name).id, std::move(file));
  event.bytes = std::move(bytes);
  frame({std::move(event)});
}

std::uint64_t picture_of(const ImDrawData& data) {
  std::uint64_t sum = 14695981039346656037U;
  const auto add = [&](std::uint32_t bits) { sum = (sum ^ bits) * 1099511628211U; };
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      for (const float number : {vertex.pos.x, vertex.pos.y, vertex.uv.x, vertex.uv.y})
        add(std::bit_cast<std::uint32_t>(number));
      add(vertex.col);
    }
  }
  return sum;
}

std::string small_city(int unsatisfied) {
  std::string facts = R"({"format":"hengping.facts","version":1,"facts":[
{"kind":"provider.registered","on":"2025-01-02","provider":"P001","name":"长春甲软件有限公司","uscc":"91220102MA1F4FE12D","address":"南关区","legal_representative":"王𠮷","business_scope":"软件","registered_capital":"5000000","types":["小快轻准"]},
{"kind":"enterprise.registered","on":"2025-01-03","enterprise":"Q001","name":"长春乙工厂","uscc":"91220103MADRMTGU16","industry":"汽车零部件"},
{"kind":"engagement.signed","on":"2025-01-10","engagement":"E001","provider":"P001","enterprise":"Q001","amount":"12000.50","due_on":"2026-01-10","items":[{"name":"网关","function":"采集","purpose":"可视","unit_price":"1000.05","quantity":12}]})";
  for (int month = 1; month <= unsatisfied; ++month) {
    const std::string number = (month < 10 ? "0" : "") + std::to_string(month);
    facts += ",\n{\"kind\":\"rating.given\",\"by\":\"enterprise\",\"on\":\"2026-01-";
    facts += number;
    facts += "\",\"engagement\":\"E001\",\"period\":\"2025-";
    facts += number;
    facts += "\",\"satisfaction\":\"unsatisfied\"}";
  }
  return facts + "]}";
}

}  // namespace hengping::ui
