// The app's ports on the browser: storage, clock, random ids, this device's key, downloads, and the shapes of characters.
#pragma once

#include "shell/app/ports.h"
#include "shell/ui/text/glyph_source.h"

namespace hengping::web {

class WebStore final : public shell::Store {
 public:
  void load() override;
  void write(std::uint64_t ticket, const shell::StoreChange& change) override;
  void hold(std::uint64_t ticket, const shell::StoreChange& change) override;
  void take_over() override;
};

class WebClock final : public shell::Clock {
 public:
  std::string now() override;
  CivilDate today() override;
};

class WebIds final : public shell::IdSource {
 public:
  std::string random_hex(std::size_t bytes) override;

 private:
  std::string stock_;  // bytes drawn and not used yet
};

class WebSigner final : public shell::Signer {
 public:
  void ask_for_key() override;
  void renew_key() override;
  void sign(std::uint64_t ticket, std::string_view message) override;
};

class WebFiles final : public shell::FileSink {
 public:
  void save(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void save_backup(std::string_view name, std::string_view bytes, shell::BackupPlace place) override;
};

class WebGlyphs final : public ui::GlyphSource {
 public:
  ui::GlyphExtent measure(std::string_view text, float size, ui::Weight weight) override;
  void draw(std::span<const ui::GlyphDrawing> drawings, int width, int height,
            std::span<std::uint8_t> coverage) override;
};

}  // namespace hengping::web
