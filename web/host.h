// What the page does for the program. Each is one line in library.js that forwards to `Module.host`.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Storage. The answers come through hp_store_… (exports.cpp), never from inside these calls.
void hp_host_store_load(void);
/// `change` as written by WebStore (page_ports.cpp); its bytes may be reused as soon as the call returns.
void hp_host_store_write(double ticket, const std::uint8_t* change, std::size_t size);
/// The same of a change that is written later; not answered.
void hp_host_store_hold(double ticket, const std::uint8_t* change, std::size_t size);
/// Asks to be the tab that writes.
void hp_host_store_take_over(void);

/// Milliseconds since 1970-01-01T00:00:00Z.
double hp_host_milliseconds(void);
/// Fills with bytes from the browser's cryptographic source.
void hp_host_random(std::uint8_t* bytes, std::size_t size);
/// This device's key: the answers come through hp_key_ready and hp_signature_ready. `renew` forgets it for ever and makes another.
void hp_host_ask_for_key(int renew);
void hp_host_sign(double ticket, const char* message, std::size_t size);
/// Offers a file as a download.
void hp_host_save_file(const char* name, std::size_t name_size, const char* mime, std::size_t mime_size,
                       const char* bytes, std::size_t size);
/// Keeps a backup where the person says, or in the chosen folder (`folder` 1), and reads it back; answered through hp_backup_answered.
void hp_host_save_backup(const char* name, std::size_t name_size, const char* bytes, std::size_t size, int folder);

/// Writes advance, left, top, right, bottom in pixels (see GlyphExtent).
void hp_host_measure_glyph(const char* text, std::size_t bytes, float size, int weight, float* extent);
/// `drawings` is an array of `count` GlyphDrawing; writes width * height coverage bytes.
void hp_host_draw_glyphs(const void* drawings, std::size_t count, int width, int height, std::uint8_t* coverage);

/// Something that screens show has changed: draw at the next display refresh.
void hp_host_request_frame(void);

}  // extern "C"
