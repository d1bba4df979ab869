#include "shell/app/subject.h"

#include <variant>

namespace hengping::shell {

namespace {

/// One function for each record kind: a new kind does not compile until it says here whom it concerns.
class Reader {
 public:
  Reader(const SymbolTable& symbols, const State& state) : symbols_(symbols), state_(state) {}

  Subject operator()(const ProviderRegistered& body) const {
    Subject subject;
    subject.provider = symbols_.text(body.provider);
    return subject;
  }
  Subject operator()(const EnterpriseRegistered& body) const {
    Subject subject;
    subject.enterprise = symbols_.text(body.enterprise);
    return subject;
  }
  Subject operator()(const EngagementSigned& body) const {
    Subject subject;
    subject.engagement = symbols_.text(body.engagement);
    subject.provider = symbols_.text(body.provider);
    subject.enterprise = symbols_.text(body.enterprise);
    return subject;
  }
  Subject operator()(const RatingGiven& body) const { return rating(body.engagement, body.period); }
  Subject operator()(const RatingWithdrawn& body) const { return rating(body.engagement, body.period); }

 private:
  [[nodiscard]] Subject rating(EngagementId engagement, PeriodId period) const {
    Subject subject;
    subject.engagement = symbols_.text(engagement);
    subject.period = symbols_.text(period);
    if (const EngagementState* contract = state_.engagement(subject.engagement)) {
      subject.provider = symbols_.text(state_.providers()[contract->provider].id);
      subject.enterprise = symbols_.text(state_.enterprises()[contract->enterprise].id);
    }
    return subject;
  }

  const SymbolTable& symbols_;
  const State& state_;
};

}  // namespace

Subject subject_of(const Body& body, const SymbolTable& symbols, const State& state) {
  return std::visit(Reader(symbols, state), body);
}

}  // namespace hengping::shell
