#include "web/canvas.h"

#include <emscripten/html5.h>

namespace hengping::web {

namespace {

constexpr const char* selector = "#canvas";

}  // namespace

Canvas::Canvas(ImVector<ImTextureData*>& textures) : renderer_(textures) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // Dear ImGui smooths its own edges
  attributes.enableExtensionsByDefault = EM_FALSE;
  const auto context = emscripten_webgl_create_context(selector, &attributes);
  if (context <= 0) return;
  context_ = static_cast<std::uintptr_t>(context);
  emscripten_webgl_make_context_current(context);
  ready_ = renderer_.create();
}

Canvas::~Canvas() {
  if (context_ != 0) emscripten_webgl_destroy_context(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
}

void Canvas::render(ImDrawData& data, int width, int height, std::uint32_t background) {
  if (lost_ || width <= 0 || height <= 0) return;
  if (width != width_ || height != height_) {
    emscripten_set_canvas_element_size(selector, width, height);
    width_ = width;
    height_ = height;
  }
  renderer_.render(data, width, height, background);
}

void Canvas::lose() {
  if (lost_ || context_ == 0) return;
  lost_ = true;
  renderer_.forget();
}

bool Canvas::restore() {
  if (context_ == 0) return false;
  if (!lost_) return true;
  lost_ = !renderer_.create();
  width_ = height_ = 0;
  return !lost_;
}

}  // namespace hengping::web
