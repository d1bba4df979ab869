// Orders to rectify (Article 7): states and due dates of semantics §4. The day of the order does not count; the last day is in time.
#include <algorithm>
#include <vector>

#include "core/rules/rule.h"
#include "core/text/say.h"

namespace hengping {
namespace {

CivilDate effective_due(const OrderState& order, const Policy& policy, CivilDate day) {
  CivilDate due = order.body->due_on.value_or(order.ordered.on + policy.parameters.rectification_days);
  for (const Fact* extension : order.extensions) {
    if (extension->on <= day) due = body_as<RectificationExtended>(extension->body)->due_on;
  }
  return due;
}

// What the events say, read once in order.
struct Course {
  bool voided = false;
  bool refused = false;
  bool submitted = false;
  bool verified = false;              // any verification was stated
  bool passed = false;                // the last one
  bool verified_was_in_time = false;  // the submission that the last verification looked at
  bool awaiting = false;              // a submission in time waits for a verification
  bool last_in_time = false;          // the last submission
};

Course follow(const OrderState& order, const Policy& policy) {
  Course course;
  for (const OrderEvent& event : order.events) {
    switch (event.kind) {
      case OrderEvent::Kind::submitted:
        // What supplements a submission in time that waits is in time itself.
        course.last_in_time = course.awaiting || event.at.on <= effective_due(order, policy, event.at.on);
        course.awaiting = course.last_in_time;
        course.submitted = true;
        break;
      case OrderEvent::Kind::verified_passed:
      case OrderEvent::Kind::verified_failed:
        course.verified = true;
        course.passed = event.kind == OrderEvent::Kind::verified_passed;
        course.verified_was_in_time = course.last_in_time;
        course.awaiting = false;
        break;
      case OrderEvent::Kind::refused: course.refused = true; break;
      case OrderEvent::Kind::voided: course.voided = true; break;
    }
  }
  return course;
}

}  // namespace

std::string_view order_status_name(OrderStatus status) {
  switch (status) {
    case OrderStatus::voided: return "voided";
    case OrderStatus::closed_on_time: return "closed_on_time";
    case OrderStatus::closed_late: return "closed_late";
    case OrderStatus::refused: return "refused";
    case OrderStatus::awaiting_verification: return "awaiting_verification";
    case OrderStatus::open: return "open";
    case OrderStatus::lapsed: return "lapsed";
  }
  return {};
}

Bilingual order_status_words(OrderStatus status) {
  switch (status) {
    case OrderStatus::voided: return say(CoreText::order_voided);
    case OrderStatus::closed_on_time: return say(CoreText::order_closed_on_time);
    case OrderStatus::closed_late: return say(CoreText::order_closed_late);
    case OrderStatus::refused: return say(CoreText::order_refused);
    case OrderStatus::awaiting_verification: return say(CoreText::order_awaiting_verification);
    case OrderStatus::open: return say(CoreText::order_open);
    case OrderStatus::lapsed: return say(CoreText::order_lapsed);
  }
  return {};
}

OrderJudgement judge_order(const OrderState& order, const Policy& policy, CivilDate as_of) {
  const Course course = follow(order, policy);
  OrderJudgement result;
  result.due_on = effective_due(order, policy, as_of);
  result.submitted = course.submitted;
  if (course.voided) {
    result.status = OrderStatus::voided;
  } else if (course.verified && course.passed) {
    result.status = course.verified_was_in_time ? OrderStatus::closed_on_time : OrderStatus::closed_late;
  } else if (course.refused) {
    result.status = OrderStatus::refused;
  } else if (course.awaiting) {
    result.status = OrderStatus::awaiting_verification;
  } else {
    result.status = as_of <= result.due_on ? OrderStatus::open : OrderStatus::lapsed;
  }
  return result;
}

}  // namespace hengping
