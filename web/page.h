// The program on the page: the app over the browser's ports, its screens on the canvas, and what each frame says to the mirror.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shell/app/app.h"
#include "shell/ui/application.h"
#include "shell/ui/input.h"
#include "shell/ui/semantics.h"
#include "shell/ui/surface.h"
#include "web/canvas.h"
#include "web/page_ports.h"

namespace hengping::web {

/// The part of the page that the canvas shows: all of it, until fingers have magnified the page.
struct View {
  float x = 0, y = 0;         ///< CSS px, on whole device pixels
  float zoom = 1;             ///< device pixels for each that there is without magnifying
  int width = 0, height = 0;  ///< of the canvas, device pixels
};

class Page {
 public:
  /// The app alone: enough to load, take in and export, also where nothing can be painted.
  Page();
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  [[nodiscard]] shell::App& app() { return app_; }

  /// Makes the canvas and the screens. False where the browser gives no WebGL 2.
  [[nodiscard]] bool start_painting();
  /// Queues an event for the next frame. `checked` is what a tick box shows after it.
  void event(ui::Event event, bool checked);
  void surroundings(ui::Surroundings surroundings, const View& view);
  /// Builds and paints one frame. JSON: `{"patch":{…}?,"focus":id?,"scrollIntoView":id?,"navigate":"…"?,"anotherFrame":true?,"request":number?,
  /// "stopPhotos":id?,"savePhoto":"SHA-256"?,"savePhotoName":"…"?,"wakeAfter":ms?,"title":"…"?,"scheme":"…"?,"language":"…"?}`; the text lives until the next frame.
  [[nodiscard]] const std::string& frame(double time_ms);
  void context_lost();
  /// False if nothing can be painted even now.
  [[nodiscard]] bool context_restored();

 private:
  WebStore store_;
  WebClock clock_;
  WebIds ids_;
  WebFiles files_;
  WebSigner signer_;
  WebGlyphs glyphs_;
  shell::App app_;

  // Below, only when painting; in the order of their making.
  std::unique_ptr<ui::Surface> surface_;
  std::unique_ptr<Canvas> canvas_;
  std::unique_ptr<ui::Application> application_;

  ui::Surroundings surroundings_;
  View view_;
  std::vector<ui::Event> events_;
  ui::SemanticTree tree_;
  std::string output_;
};

}  // namespace hengping::web
