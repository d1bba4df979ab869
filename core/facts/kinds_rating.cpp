// Satisfaction of pilot enterprises with their providers (Articles 9(2) and 10).
#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {

Body read_rating_given(FieldReader& reader, BodyContext& context) {
  RatingGiven body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.period = reader.period("period").value_or(PeriodId{});
  body.satisfaction = reader.choice("satisfaction", satisfaction_choices).value_or(Satisfaction::satisfied);
  body.scores = reader.optional_numbers("scores");
  body.comment = reader.optional_text("comment");
  return body;
}

Body read_rating_withdrawn(FieldReader& reader, BodyContext& context) {
  RatingWithdrawn body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.period = reader.period("period").value_or(PeriodId{});
  body.reason = reader.text("reason");
  return body;
}

}  // namespace hengping
