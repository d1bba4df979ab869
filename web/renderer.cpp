#include "web/renderer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace hengping::web {

namespace {

constexpr GLuint position_attribute = 0;
constexpr GLuint texture_attribute = 1;
constexpr GLuint color_attribute = 2;
/// From so many changed places on, one upload of all that lies between them costs less than many small ones.
constexpr int many_updates = 4;
constexpr GLenum index_type = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;

// transform: scale in xy, offset in zw, from CSS pixels to clip space.
constexpr const char* vertex_source =
    "#version 300 es\n"  // not shown: a shader
    R"(// not shown: a shader
precision highp float;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 color;
uniform vec4 transform;
out vec2 sampled_at;
out vec4 tint;
void main() {
  sampled_at = place;
  tint = color;
  gl_Position = vec4(position * transform.xy + transform.zw, 0.0, 1.0);
})";

constexpr const char* fragment_source =
    "#version 300 es\n"  // not shown: a shader
    R"(// not shown: a shader
precision highp float;
uniform sampler2D pixels;
in vec2 sampled_at;
in vec4 tint;
out vec4 painted;
void main() { painted = tint * texture(pixels, sampled_at); })";

GLuint compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

const void* byte_offset(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

void upload(ImTextureData& texture, const ImTextureRect& part) {
  glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                  texture.GetPixelsAt(part.x, part.y));
}

void create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  texture.SetTexID(static_cast<ImTextureID>(name));
  texture.SetStatus(ImTextureStatus_OK);
}

void update_texture(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.GetTexID()));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  if (texture.Updates.Size >= many_updates) {
    upload(texture, texture.UpdateRect);
  } else {
    for (const ImTextureRect& part : texture.Updates) upload(texture, part);
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void drop_texture(ImTextureData& texture) {
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

void serve(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed: break;
    case ImTextureStatus_WantCreate: create_texture(texture); break;
    case ImTextureStatus_WantUpdates: update_texture(texture); break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames > 0) {  // what is being drawn may still need it
        const auto name = static_cast<GLuint>(texture.GetTexID());
        glDeleteTextures(1, &name);
        drop_texture(texture);
      }
      break;
  }
}

}  // namespace

Renderer::~Renderer() { forget(); }

bool Renderer::create() {
  const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
  program_ = glCreateProgram();
  glAttachShader(program_, vertex);
  glAttachShader(program_, fragment);
  glLinkProgram(program_);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  GLint linked = 0;
  glGetProgramiv(program_, GL_LINK_STATUS, &linked);
  if (linked == 0) return false;
  transform_ = glGetUniformLocation(program_, "transform");

  glGenVertexArrays(1, &layout_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (const GLuint attribute : {position_attribute, texture_attribute, color_attribute})
    glEnableVertexAttribArray(attribute);

  glUseProgram(program_);
  glUniform1i(glGetUniformLocation(program_, "pixels"), 0);
  glActiveTexture(GL_TEXTURE0);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  return true;
}

void Renderer::forget() {
  program_ = vertices_ = indices_ = layout_ = 0;
  for (ImTextureData* texture : textures_) {
    if (texture->TexID != ImTextureID_Invalid) drop_texture(*texture);
  }
}

void Renderer::render(ImDrawData& data, int width, int height, std::uint32_t background) {
  for (ImTextureData* texture : textures_) serve(*texture);
  const auto channel = [background](unsigned shift) {
    return static_cast<float>(background >> shift & 0xFFU) / 255.0F;
  };
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, width, height);
  glClearColor(channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT), 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  // The canvas may be a fraction of a pixel larger than what was laid out; pixels must map to pixels all the same.
  const float scale_x = 2.0F * data.FramebufferScale.x / static_cast<float>(width);
  const float scale_y = -2.0F * data.FramebufferScale.y / static_cast<float>(height);
  glUniform4f(transform_, scale_x, scale_y, -1.0F - data.DisplayPos.x * scale_x, 1.0F - data.DisplayPos.y * scale_y);
  for (const ImDrawList* list : data.CmdLists) draw(*list, data, height);
}

void Renderer::point_attributes_at(unsigned first_vertex) {
  constexpr auto stride = static_cast<GLsizei>(sizeof(ImDrawVert));
  const std::size_t start = std::size_t{first_vertex} * sizeof(ImDrawVert);
  glVertexAttribPointer(position_attribute, 2, GL_FLOAT, GL_FALSE, stride,
                        byte_offset(start + offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(texture_attribute, 2, GL_FLOAT, GL_FALSE, stride,
                        byte_offset(start + offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(color_attribute, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                        byte_offset(start + offsetof(ImDrawVert, col)));
}

void Renderer::draw(const ImDrawList& list, const ImDrawData& data, int height) {
  if (list.IdxBuffer.empty()) return;
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  unsigned first_vertex = 0;
  point_attributes_at(first_vertex);
  ImTextureID bound = ImTextureID_Invalid;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr || command.ElemCount == 0) continue;  // no painter here uses callbacks
    const auto device = [](float length, float origin, float scale) {
      return static_cast<int>(std::lround((length - origin) * scale));
    };
    const int left = std::max(0, device(command.ClipRect.x, data.DisplayPos.x, data.FramebufferScale.x));
    const int top = std::max(0, device(command.ClipRect.y, data.DisplayPos.y, data.FramebufferScale.y));
    const int right = device(command.ClipRect.z, data.DisplayPos.x, data.FramebufferScale.x);
    const int bottom = device(command.ClipRect.w, data.DisplayPos.y, data.FramebufferScale.y);
    if (right <= left || bottom <= top) continue;
    glScissor(left, height - bottom, right - left, bottom - top);
    if (command.VtxOffset != first_vertex) {
      first_vertex = command.VtxOffset;
      point_attributes_at(first_vertex);
    }
    if (const ImTextureID texture = command.GetTexID(); texture != bound) {
      glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
      bound = texture;
    }
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), index_type,
                   byte_offset(std::size_t{command.IdxOffset} * sizeof(ImDrawIdx)));
  }
}

}  // namespace hengping::web
