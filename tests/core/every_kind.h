// A course of events with every kind of record that the measures speak of.
#pragma once

#include <string>
#include <vector>

#include "tests/core/facts_text.h"

namespace hengping::test {

/// In legal order. The first three register P1 and E1 and sign C1; each of the others names something that one before it made.
inline std::vector<std::string> every_kind() {
  return {
      provider_p1,
      enterprise_e1,
      engagement_c1,
      fact("provider.corrected", "2025-01-01", R"("provider":"P1","field":"name","value":"新名","reason":"笔误")"),
      fact("provider.change_reported", "2025-01-01",
           R"("provider":"P1","field":"address","value":"新址","changed_on":"2025-01-01")"),
      fact("engagement.amended", "2025-01-02", R"("engagement":"C1","amount":"9","consented":true,"reason":"减项")"),
      fact("need.listed", "2025-01-02",
           R"("engagement":"C1","need":"N1","list":"problem","tag":"N","text":"排产靠人工")"),
      fact("deliverable.submitted", "2025-01-02", R"("engagement":"C1","deliverable":"needs_list","title":"清单")"),
      fact("progress.reported", "2025-01-02", R"("engagement":"C1","percent":10)"),
      fact("assessment.recorded", "2025-01-02", R"("engagement":"C1","phase":"before","level":1)"),
      accepted("2025-01-02", "failed"),
      rating("2025-01", "satisfied", "2025-02-01"),
      withdrawal("2025-01", "2025-02-02"),
      fact("complaint.filed", "2025-02-01",
           R"("by":"enterprise","complaint":"K1","engagement":"C1","article":"7.1","text":"无人响应")"),
      fact("complaint.upheld", "2025-02-02", R"("complaint":"K1","reason":"属实")"),
      finding("F1", "2025-02-01", "9.4"),
      confirmed("F1", "2025-02-02"),
      dismissed("F1", "2025-02-03"),
      fact("trigger.waived", "2025-02-04", R"("provider":"P1","ref":"K1","reason":"情节轻微")"),
      order("R1", "2025-03-01", R"("engagement":"C1")"),
      of_order("extended", "2025-03-02", "R1", R"("due_on":"2025-05-01","reason":"申请")"),
      submitted("2025-03-10"),
      verified("2025-03-11", "failed"),
      of_order("refused", "2025-05-02", "R1", R"("reason":"拒不整改")"),
      fact("replacement.requested", "2025-05-03",
           R"("by":"enterprise","engagement":"C1","order":"R1","reason":"未整改")"),
      fact("replacement.approved", "2025-05-04", R"("engagement":"C1","reason":"同意")"),
      fact("disqualification.noticed", "2025-05-05",
           R"("decision":"D1","provider":"P1","grounds":["9.1"],"text":"告知")"),
      fact("disqualification.replied", "2025-05-06", R"("by":"provider","decision":"D1","text":"申辩")"),
      fact("disqualification.decided", "2025-05-07", R"("decision":"D1","outcome":"disqualified","reason":"属实")"),
      fact("disqualification.appealed", "2025-05-08", R"("by":"provider","decision":"D1","text":"申诉")"),
      fact("disqualification.appeal_decided", "2025-05-09",
           R"("decision":"D1","outcome":"overturned","reason":"程序不当")"),
      reinstated("2025-05-10"),
      fact("award.given", "2025-05-11", R"("provider":"P1","title":"优秀","reason":"评优")"),
      fact("award.revoked", "2025-05-12", R"("provider":"P1","title":"优秀","reason":"撤销")"),
      of_order("voided", "2025-05-13", "R1", R"("reason":"错发")"),
      fact("engagement.ended", "2025-05-14", R"("engagement":"C1","outcome":"replaced")"),
      fact("enterprise.removed", "2025-05-15", R"("enterprise":"E1","reason":"退出试点")"),
  };
}

}  // namespace hengping::test
