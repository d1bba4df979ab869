#include "shell/ui/icons.h"

#include <array>
#include <initializer_list>
#include <vector>

namespace hengping::ui {

namespace {

/// Draws in units of a 24th of the square.
class Pen {
 public:
  Pen(Painter& painter, const Rect& square, Color color)
      : painter_(painter),
        square_(square),
        unit_(square.width / 24),
        color_(color),
        width_(square.width / 24 * 1.75F) {}

  void path(std::initializer_list<Point> points, bool closed = false) const {
    std::vector<Point> scaled;
    scaled.reserve(points.size());
    for (const Point& point : points) scaled.push_back(at(point));
    painter_.stroke(scaled, color_, width_, closed);
  }
  void ring(Point center, float radius) const { painter_.ring(at(center), radius * unit_, color_, width_); }
  void dot(Point center, float radius) const { painter_.circle(at(center), radius * unit_, color_); }
  void arc(Point center, float radius, float from, float to) const {
    painter_.arc(at(center), radius * unit_, from, to, color_, width_);
  }
  void box(float x, float y, float wide, float high, float radius) const {
    painter_.outline({square_.x + (x - 0.875F) * unit_, square_.y + (y - 0.875F) * unit_, (wide + 1.75F) * unit_,
                      (high + 1.75F) * unit_},
                     color_, (radius + 0.875F) * unit_, width_);
  }

 private:
  [[nodiscard]] Point at(Point point) const { return {square_.x + point.x * unit_, square_.y + point.y * unit_}; }

  Painter& painter_;
  Rect square_;
  float unit_;
  Color color_;
  float width_;
};

void paint_thing(const Pen& pen, Icon icon);

void paint_place(const Pen& pen, Icon icon) {
  if (icon == Icon::home) {
    pen.box(4, 4, 6.5F, 8, 1.5F);
    pen.box(13.5F, 4, 6.5F, 5, 1.5F);
    pen.box(4, 15, 6.5F, 5, 1.5F);
    pen.box(13.5F, 12, 6.5F, 8, 1.5F);
  } else if (icon == Icon::provider) {
    pen.box(3.5F, 8, 17, 11.5F, 2);
    pen.path({{8.5F, 8}, {8.5F, 5.5F}, {9.3F, 4.5F}, {14.7F, 4.5F}, {15.5F, 5.5F}, {15.5F, 8}});
    pen.path({{3.5F, 13}, {20.5F, 13}});
    pen.path({{12, 11.7F}, {12, 14.4F}});
  } else if (icon == Icon::enterprise) {
    pen.path({{3.5F, 20}, {3.5F, 11}, {9, 14}, {9, 11}, {14.5F, 14}, {14.5F, 4.5F}, {20.5F, 4.5F}, {20.5F, 20}}, true);
    pen.path({{8, 17}, {9.5F, 17}});
    pen.path({{13.5F, 17}, {15.5F, 17}});
  } else if (icon == Icon::contract) {
    pen.path({{14, 3.5F},
              {6.5F, 3.5F},
              {5.5F, 4.5F},
              {5.5F, 19.5F},
              {6.5F, 20.5F},
              {17.5F, 20.5F},
              {18.5F, 19.5F},
              {18.5F, 8}},
             false);
    pen.path({{14, 3.5F}, {14, 8}, {18.5F, 8}, {14, 3.5F}});
    pen.path({{9, 12.5F}, {15, 12.5F}});
    pen.path({{9, 16.2F}, {13, 16.2F}});
  } else if (icon == Icon::rating) {
    pen.path({{12, 3.6F},
              {14.6F, 8.9F},
              {20.4F, 9.7F},
              {16.2F, 13.8F},
              {17.2F, 19.6F},
              {12, 16.9F},
              {6.8F, 19.6F},
              {7.8F, 13.8F},
              {3.6F, 9.7F},
              {9.4F, 8.9F}},
             true);
  } else if (icon == Icon::award) {
    pen.ring({12, 9}, 5.6F);
    pen.path({{8.4F, 13.4F}, {7, 20.5F}, {12, 17.6F}, {17, 20.5F}, {15.6F, 13.4F}});
    pen.dot({12, 9}, 1.6F);
  } else if (icon == Icon::exchange) {
    pen.path({{4, 8.5F}, {19.5F, 8.5F}});
    pen.path({{15.5F, 4.5F}, {19.5F, 8.5F}, {15.5F, 12.5F}});
    pen.path({{20, 15.5F}, {4.5F, 15.5F}});
    pen.path({{8.5F, 11.5F}, {4.5F, 15.5F}, {8.5F, 19.5F}});
  } else if (icon == Icon::checklist) {
    pen.path({{3.5F, 6}, {5.5F, 8}, {9, 4.5F}});
    pen.path({{3.5F, 16}, {5.5F, 18}, {9, 14.5F}});
    pen.path({{13, 7}, {20.5F, 7}});
    pen.path({{13, 17}, {20.5F, 17}});
  } else if (icon == Icon::settings) {
    pen.path({{4, 7}, {20, 7}});
    pen.path({{4, 17}, {20, 17}});
    pen.dot({15, 7}, 2.8F);
    pen.dot({9, 17}, 2.8F);
  } else {
    paint_thing(pen, icon);
  }
}

void paint_sign(const Pen& pen, Icon icon) {
  if (icon == Icon::check) {
    pen.path({{5, 12.5F}, {10, 17.3F}, {19, 7}});
  } else if (icon == Icon::cross) {
    pen.path({{6, 6}, {18, 18}});
    pen.path({{18, 6}, {6, 18}});
  } else if (icon == Icon::warning) {
    pen.path({{12, 4}, {21, 19.5F}, {3, 19.5F}}, true);
    pen.path({{12, 10}, {12, 14.2F}});
    pen.dot({12, 16.9F}, 1.1F);
  } else if (icon == Icon::info) {
    pen.ring({12, 12}, 8.5F);
    pen.path({{12, 11}, {12, 16}});
    pen.dot({12, 8}, 1.1F);
  } else if (icon == Icon::clock) {
    pen.ring({12, 12}, 8.5F);
    pen.path({{12, 7.2F}, {12, 12}, {15.2F, 14}});
  } else if (icon == Icon::chevron_right) {
    pen.path({{9.5F, 6}, {15.5F, 12}, {9.5F, 18}});
  } else if (icon == Icon::chevron_left) {
    pen.path({{14.5F, 6}, {8.5F, 12}, {14.5F, 18}});
  } else if (icon == Icon::chevron_down) {
    pen.path({{6, 9.5F}, {12, 15.5F}, {18, 9.5F}});
  } else if (icon == Icon::chevron_up) {
    pen.path({{6, 14.5F}, {12, 8.5F}, {18, 14.5F}});
  } else if (icon == Icon::sort) {
    pen.path({{8, 9.5F}, {12, 5.5F}, {16, 9.5F}});
    pen.path({{8, 14.5F}, {12, 18.5F}, {16, 14.5F}});
  } else if (icon == Icon::filter) {
    pen.path({{4, 5}, {20, 5}, {14, 12.5F}, {14, 19.5F}, {10, 17.5F}, {10, 12.5F}}, true);
  } else if (icon == Icon::arrow_left) {
    pen.path({{19.5F, 12}, {4.5F, 12}});
    pen.path({{10.5F, 6}, {4.5F, 12}, {10.5F, 18}});
  } else if (icon == Icon::plus) {
    pen.path({{12, 5}, {12, 19}});
    pen.path({{5, 12}, {19, 12}});
  } else {
    paint_place(pen, icon);
  }
}

void paint_thing(const Pen& pen, Icon icon) {
  if (icon == Icon::search) {
    pen.ring({10.8F, 10.8F}, 6.3F);
    pen.path({{15.4F, 15.4F}, {20, 20}});
  } else if (icon == Icon::download || icon == Icon::upload) {
    pen.path({{4.5F, 15.5F}, {4.5F, 19.5F}, {19.5F, 19.5F}, {19.5F, 15.5F}});
    pen.path({{12, 4}, {12, 15}});
    if (icon == Icon::download) pen.path({{7.5F, 10.7F}, {12, 15.2F}, {16.5F, 10.7F}});
    if (icon == Icon::upload) pen.path({{7.5F, 8.3F}, {12, 3.8F}, {16.5F, 8.3F}});
  } else if (icon == Icon::trash) {
    pen.path({{4.5F, 7}, {19.5F, 7}});
    pen.path({{9, 7}, {9, 4.5F}, {15, 4.5F}, {15, 7}});
    pen.path({{6.5F, 7}, {7.3F, 20}, {16.7F, 20}, {17.5F, 7}});
  } else if (icon == Icon::calendar) {
    pen.box(4, 5.5F, 16, 14.5F, 2);
    pen.path({{4, 10}, {20, 10}});
    pen.path({{8.5F, 3.5F}, {8.5F, 7}});
    pen.path({{15.5F, 3.5F}, {15.5F, 7}});
  } else if (icon == Icon::undo || icon == Icon::retry) {
    pen.arc({12, 12.5F}, 7.2F, 0.62F, 1.38F);
    pen.path({{5.5F, 3.8F}, {5.7F, 9.1F}, {10.9F, 8.7F}});
  } else if (icon == Icon::person) {
    pen.ring({12, 8.2F}, 3.9F);
    pen.arc({12, 21.2F}, 7.6F, 0.53F, 0.97F);
  } else if (icon == Icon::sun) {
    pen.ring({12, 12}, 4);
    for (const auto& [from, to] : std::initializer_list<std::pair<Point, Point>>{{{12, 2.5F}, {12, 4.8F}},
                                                                                 {{12, 19.2F}, {12, 21.5F}},
                                                                                 {{2.5F, 12}, {4.8F, 12}},
                                                                                 {{19.2F, 12}, {21.5F, 12}},
                                                                                 {{5.3F, 5.3F}, {6.9F, 6.9F}},
                                                                                 {{17.1F, 17.1F}, {18.7F, 18.7F}},
                                                                                 {{5.3F, 18.7F}, {6.9F, 17.1F}},
                                                                                 {{17.1F, 6.9F}, {18.7F, 5.3F}}}) {
      pen.path({from, to});
    }
  } else if (icon == Icon::moon) {
    pen.arc({11.5F, 12.5F}, 8, 0.02F, 0.74F);
    pen.arc({16.6F, 7.6F}, 5.8F, 0.16F, 0.59F);
  } else if (icon == Icon::monitor) {
    pen.box(3.5F, 4.5F, 17, 11.5F, 2);
    pen.path({{12, 16}, {12, 20}});
    pen.path({{8, 20}, {16, 20}});
  } else if (icon == Icon::camera) {
    pen.path({{3.5F, 7.5F}, {7.5F, 7.5F}, {9, 5}, {15, 5}, {16.5F, 7.5F}, {20.5F, 7.5F}, {20.5F, 19}, {3.5F, 19}},
             true);
    pen.ring({12, 13}, 3.6F);
  } else if (icon == Icon::file) {
    pen.path({{14, 3.5F}, {6, 3.5F}, {6, 20.5F}, {18, 20.5F}, {18, 7.5F}}, true);
  } else if (icon == Icon::shield) {
    pen.path({{12, 3.2F}, {19.5F, 6}, {19.5F, 11.5F}, {18, 15.8F}, {12, 20.8F}, {6, 15.8F}, {4.5F, 11.5F}, {4.5F, 6}},
             true);
  } else if (icon == Icon::smile || icon == Icon::neutral_face || icon == Icon::frown) {
    pen.ring({12, 12}, 8.5F);
    pen.dot({9.2F, 10}, 1.15F);
    pen.dot({14.8F, 10}, 1.15F);
    if (icon == Icon::smile) pen.arc({12, 12.2F}, 3.9F, 0.07F, 0.43F);
    if (icon == Icon::neutral_face) pen.path({{9, 15}, {15, 15}});
    if (icon == Icon::frown) pen.arc({12, 18}, 3.7F, 0.58F, 0.92F);
  } else if (icon == Icon::more || icon == Icon::dots) {
    pen.dot({5.5F, 12}, 1.7F);
    pen.dot({12, 12}, 1.7F);
    pen.dot({18.5F, 12}, 1.7F);
  }
}

}  // namespace

void paint_icon(Painter& painter, Icon icon, const Rect& square, Color color) {
  if (icon == Icon::none || !painter.visible(square)) return;
  paint_sign(Pen(painter, painter.snap(square), color), icon);
}

void paint_logo(Painter& painter, const Rect& square, Color ground, Color ink) {
  painter.fill(square, ground, square.width * 0.28F);
  const Pen pen(painter, inset(square, square.width * 0.12F), ink);
  pen.path({{12, 4}, {12, 20}});
  pen.path({{7.5F, 20}, {16.5F, 20}});
  pen.path({{4.5F, 7}, {19.5F, 7}});
  pen.arc({5, 12.2F}, 3.4F, 0, 0.5F);
  pen.path({{1.6F, 12.2F}, {4.6F, 7}, {8.4F, 12.2F}}, true);
  pen.arc({19, 12.2F}, 3.4F, 0, 0.5F);
  pen.path({{15.6F, 12.2F}, {19.4F, 7}, {22.4F, 12.2F}}, true);
}

}  // namespace hengping::ui
