#include "web/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <backends/imgui_impl_opengl3.h>

namespace hengping::web {

namespace {

constexpr const char* selector = "#canvas";

}  // namespace

Canvas::Canvas() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE; // Dear ImGui smooths its own edges
  attributes.enableExtensionsByDefault = EM_FALSE;
  const auto context = emscripten_webgl_create_context(selector, &attributes);
  if (context <= 0) return;
  context_ = static_cast<std::uintptr_t>(context);
  start_drawing();
}

Canvas::~Canvas() {
  if (context_ == 0) return;
  if (!lost_) ImGui_ImplOpenGL3_Shutdown();
  emscripten_webgl_destroy_context(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
}

void Canvas::start_drawing() {
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Canvas::new_frame() {
  if (!lost_) ImGui_ImplOpenGL3_NewFrame();
}

void Canvas::render(ImDrawData& data, int width, int height, std::uint32_t background) {
  if (lost_ || width <= 0 || height <= 0) return;
  if (width != width_ || height != height_) {
    emscripten_set_canvas_element_size(selector, width, height);
    width_ = width;
    height_ = height;
  }
  const auto channel = [background](unsigned shift) { return static_cast<float>(background >> shift & 0xFFU) / 255.0F; };
  glViewport(0, 0, width, height);
  glClearColor(channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT), 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void Canvas::lose() {
  if (lost_ || context_ == 0) return;
  lost_ = true;
  // Forgets the dead names and marks the textures as gone; the next frame then asks for them again from their pixels in memory.
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

void Canvas::restore() {
  if (!lost_ || context_ == 0) return;
  lost_ = false;
  width_ = height_ = 0;
  start_drawing();
}

}  // namespace hengping::web
