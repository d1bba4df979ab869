#include "web/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <cmath>

#include <backends/imgui_impl_opengl3.h>

namespace hengping::web {

namespace {

constexpr const char* selector = "#canvas";

bool is_glyph(const ImDrawVert& first, const ImDrawVert& second, const ImDrawVert& third, const ImDrawVert& fourth) {
  return first.pos.y == second.pos.y && second.pos.x == third.pos.x && third.pos.y == fourth.pos.y &&
         fourth.pos.x == first.pos.x && first.uv.x < third.uv.x && first.uv.y < third.uv.y;
}

/// Moves every character to whole device pixels: between them the sampling would blur its strokes.
void snap_characters(ImDrawData& data, float scale) {
  for (ImDrawList* list : data.CmdLists) {
    ImDrawVert* vertices = list->VtxBuffer.Data;
    const ImVector<ImDrawIdx>& indices = list->IdxBuffer;
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      const unsigned end = command.IdxOffset + command.ElemCount;
      for (unsigned i = command.IdxOffset; i + 6 <= end;) {
        const ImDrawIdx start = indices[static_cast<int>(i)];
        const bool quad = indices[static_cast<int>(i + 1)] == start + 1 && indices[static_cast<int>(i + 2)] == start + 2 &&
                          indices[static_cast<int>(i + 3)] == start && indices[static_cast<int>(i + 4)] == start + 2 &&
                          indices[static_cast<int>(i + 5)] == start + 3;
        if (!quad) {
          i += 3;
          continue;
        }
        ImDrawVert* corner = vertices + command.VtxOffset + start;
        if (is_glyph(corner[0], corner[1], corner[2], corner[3])) {
          const float x = std::round(corner[0].pos.x * scale) / scale - corner[0].pos.x;
          const float y = std::round(corner[0].pos.y * scale) / scale - corner[0].pos.y;
          for (int n = 0; n < 4; ++n) {
            corner[n].pos.x += x;
            corner[n].pos.y += y;
          }
        }
        i += 6;
      }
    }
  }
}

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
  snap_characters(data, data.FramebufferScale.x);
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
