// Photos: taking several, and looking at them. The page makes them ready, keeps their bytes and shows them (web/page/photos.js); here they are
// hashes with a name, and the canvas leaves their places free.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/app/attachments.h"
#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

/// What becomes of a picture that is taken in.
struct PhotoRules {
  int longest_side = 2048;        ///< px; larger ones are made smaller
  float quality = 0.85F;          ///< of JPEG, from 0 to 1
  bool keeps_metadata = false;    ///< what the camera wrote into it stays, its place too
  int largest_bytes = 8'388'608;  ///< of what is made of it; more is refused
};

struct PhotoFieldOptions {
  std::string_view key{};
  std::string_view label{};
  std::string_view hint{};
  float width = 320;  ///< px that the thumbnails may take
  PhotoRules rules{};
};
/// Pictures and PDFs from camera or files, several at once, each to be looked at and taken out again. True while some are still being made ready: they
/// would be missing from what is sent off now.
bool photo_field(Frame& frame, const PhotoFieldOptions& options, std::vector<shell::Attachment>& photos);
/// What the field of that key is still making ready is left alone.
void stop_photos(Frame& frame, std::string_view key);

/// Thumbnails of what is kept; each opens the whole, which can be downloaded.
void photo_list(Frame& frame, std::string_view key, std::string_view name, std::span<const shell::Attachment> photos,
                float width);

/// What a field is at.
struct PhotoProgress {
  int done = 0, total = 0;  ///< of the files chosen last; ready when alike
  int faulty = 0;           ///< of these
  std::string faults{};     ///< a line each
  NodeId chooser = 0;       ///< where they were chosen
};
/// For the gallery only: the field of that key looks so.
void pretend_photos(Frame& frame, std::string_view key, PhotoProgress progress);

}  // namespace hengping::ui
