// Drives the whole of what is seen without a browser: frames with events by role and name, over in-memory ports.
#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/app/memory_ports.h"
#include "shell/ui/application.h"
#include "shell/ui/surface.h"

namespace hengping::ui {

/// Takes every texture, as a renderer does whose device fails at nothing.
void take_textures(Surface& surface);

/// Ideographs are one em wide, others a little more than half; the ink is a box.
class PlainGlyphs final : public GlyphSource {
 public:
  GlyphExtent measure(std::string_view text, float size, Weight weight) override;
  void draw(std::span<const GlyphDrawing> drawings, int width, int height, std::span<std::uint8_t> coverage) override;
};

class Driver {
 public:
  explicit Driver(float width = 1280, float height = 800);
  virtual ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  Surroundings around;
  shell::MemoryStore store;
  shell::ManualClock clock{CivilDate::parse("2026-11-23").value()};
  shell::CountingIds ids{1};
  shell::MemoryFiles files;
  shell::MemorySigner signer;
  shell::App app{shell::App::Ports{store, clock, ids, files, signer}};
  SemanticTree tree;
  Effects effects;  ///< of the last frame
  std::vector<std::string> patches;
  std::vector<ProtectionRequest> protection_asked;
  int newer_taken = 0;            ///< how often a frame asked for the newer version
  NodeId scrolled_into_view = 0;  ///< by the last frame that asked for it

  /// Opens the store and draws the first frame.
  void open();
  /// One frame with these events, and as many more as its effects ask for: addresses, focus.
  void frame(std::vector<Event> events = {});
  void go(std::string route);

  /// The node of that role and name; fails the test if it is not there.
  const Node& node(Role role, std::string_view name);
  [[nodiscard]] bool shows(Role role, std::string_view name) const { return tree.find(role, name) != nullptr; }
  /// Whether any node says this, in whole or in part.
  [[nodiscard]] bool says(std::string_view words) const;

  void press(Role role, std::string_view name);
  void press(NodeId id) { act(EventType::activate, id); }
  void fill(Role role, std::string_view name, std::string text);
  void key(NodeId id, std::string name) { act(EventType::key, id, std::move(name)); }
  void act(EventType type, NodeId id, std::string text = {});
  /// Follows a link as a browser does.
  void follow(std::string_view name);
  void choose_file(std::string_view name, std::string file, std::string bytes);

  [[nodiscard]] NodeId focused() const { return focused_; }
  [[nodiscard]] Faces faces() const { return surface_.faces(); }
  [[nodiscard]] std::size_t vertices() const { return vertices_; }
  /// A number that is another one as soon as anything is painted otherwise.
  [[nodiscard]] std::uint64_t picture() const { return picture_; }

 protected:
  /// Builds and paints one frame into `tree`.
  virtual Effects paint(std::span<const Event> events);

  PlainGlyphs glyphs_;
  Surface surface_{glyphs_};

 private:
  void draw(std::vector<Event> events);

  Application application_{app};
  NodeId focused_ = 0;
  std::size_t vertices_ = 0;
  std::uint64_t picture_ = 0;
};

/// Where lists of vertices differ, these numbers do.
[[nodiscard]] std::uint64_t picture_of(const ImDrawData& data);

/// A facts file with one provider, one enterprise, one contract and so many unsatisfied ratings.
[[nodiscard]] std::string small_city(int unsatisfied);

}  // namespace hengping::ui
