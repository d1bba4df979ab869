// Draws Dear ImGui's triangles with WebGL 2. The context is the page's alone, so its state is set once and never asked for: every
// question to a browser's graphics process waits until that has caught up.
#pragma once

#include <GLES3/gl3.h>
#include <imgui.h>

#include <cstdint>

namespace hengping::web {

class Renderer {
 public:
  /// `textures` must outlive this.
  explicit Renderer(ImVector<ImTextureData*>& textures) : textures_(textures) {}
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Makes everything on the current GL context; also after the context was lost and came back. False if its programs do not build.
  [[nodiscard]] bool create();
  /// The context is gone and with it everything made on it: names are dropped, textures will be made again from memory.
  void forget();
  void render(ImDrawData& data, int width, int height, std::uint32_t background);

 private:
  void draw(const ImDrawList& list, const ImDrawData& data, int height);
  void point_attributes_at(unsigned first_vertex);

  ImVector<ImTextureData*>& textures_;
  GLuint program_ = 0;
  GLuint vertices_ = 0;
  GLuint indices_ = 0;
  GLuint layout_ = 0;
  GLint transform_ = -1;
};

}  // namespace hengping::web
