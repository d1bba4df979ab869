// A backup counts when what was read back gives the same state, and never before.
#include <catch2/catch_all.hpp>

#include "tests/app/harness.h"

namespace hengping::shell {

namespace {

using Kind = BackupStanding::Kind;

/// The page reads back what it was given, or what `spoil` makes of it.
void read_back(Harness& device, const std::function<void(std::string&)>& spoil = {}) {
  std::string bytes = device.files.backups().back().bytes;
  if (spoil) spoil(bytes);
  device.app.backup_answered(BackupOutcome::read_back, bytes, {});
}

void back_up(Harness& device) {
  device.app.back_up(BackupPlace::file);
  read_back(device);
}

}  // namespace

TEST_CASE("A backup that was read back counts, and how many records came since is told") {
  Harness device;
  device.open();
  device.app.begin_frame();
  CHECK(device.app.backup_standing().kind == Kind::nothing_to_keep);
  device.bad_case(2);
  const std::size_t records = device.app.ledger().size();
  CHECK(device.app.backup_standing().kind == Kind::none);
  CHECK(device.app.backup_standing().unkept == records);
  device.app.back_up(BackupPlace::file);
  REQUIRE(device.files.backups().size() == 1);
  CHECK(device.app.backing_up());
  CHECK(device.app.backup_standing().kind == Kind::none);
  CHECK(device.files.backups().back().name == "hengping-backup-20261123T053108Z.json");
  read_back(device);
  CHECK_FALSE(device.app.backing_up());
  CHECK(device.app.backup_news() == BackupNews::proven);
  CHECK(device.app.backup_standing().kind == Kind::proven);
  CHECK(device.app.backup_standing().unkept == 0);
  device.provider("P2", "乙公司", "2025-01-01", uscc_b);
  CHECK(device.app.backup_standing().unkept == 1);
  device.clock.set_today(day("2025-07-03"));
  device.app.begin_frame();
  CHECK(device.app.backup_standing().days == 3);
  CHECK(device.app.backup_standing().on == day("2025-06-30"));
}

TEST_CASE("A backup restores everything on another device") {
  Harness device;
  device.open();
  device.bad_case(3);
  back_up(device);
  Harness other;
  other.open();
  other.app.examine_file("backup.json", device.files.backups().back().bytes);
  REQUIRE(other.app.confirm_import());
  other.app.begin_frame();
  REQUIRE(other.app.verdict("P1") != nullptr);
  CHECK(other.app.state().providers().size() == device.app.state().providers().size());
}

TEST_CASE("What was read back altered, cut or empty is no backup") {
  const auto spoil = GENERATE(as<std::function<void(std::string&)>>{},
                              [](std::string& bytes) { bytes.resize(bytes.size() / 2); },
                              [](std::string& bytes) { bytes.clear(); },
                              [](std::string& bytes) { bytes[bytes.find("2025-03-01")] = '3'; },
                              [](std::string& bytes) { bytes = R"({"facts":[]})"; });
  Harness device;
  device.open();
  device.bad_case(1);
  device.app.back_up(BackupPlace::file);
  read_back(device, spoil);
  CHECK(device.app.backup_news() == BackupNews::unsound);
  CHECK(device.app.backup_standing().kind == Kind::unproven);
  CHECK(device.app.backup_is_due());
}

TEST_CASE("A download counts when the person has had the file looked at") {
  Harness device;
  device.open();
  device.bad_case(1);
  device.app.back_up(BackupPlace::file);
  device.app.backup_answered(BackupOutcome::handed_out, {}, {});
  CHECK(device.app.backup_news() == BackupNews::handed_out);
  CHECK(device.app.backup_standing().kind == Kind::unproven);
  // Work goes on in between.
  device.provider("P2", "乙公司", "2025-01-01", uscc_b);
  CHECK(device.app.check_backup(device.files.backups().back().bytes) == BackupNews::proven);
  CHECK(device.app.backup_standing().kind == Kind::proven);
  CHECK(device.app.backup_standing().unkept == 1);
}

TEST_CASE("A file that is another's, older, or no bundle is not taken for the backup") {
  Harness device;
  device.open();
  device.bad_case(1);
  back_up(device);
  const std::string first = device.files.backups().back().bytes;
  device.provider("P2", "乙公司", "2025-01-01", uscc_b);
  back_up(device);
  CHECK(device.app.check_backup(first) == BackupNews::other);
  CHECK(device.app.check_backup("{}") == BackupNews::unsound);
  CHECK(device.app.backup_standing().unkept == 0);
  Harness stranger;
  stranger.open();
  stranger.bad_case(2);
  CHECK(device.app.check_backup(stranger.bundle()) == BackupNews::other);
}

TEST_CASE("What could not be written, signed, or was given up leaves the last backup as it was") {
  Harness device;
  device.open();
  device.bad_case(1);
  back_up(device);
  const BackupStanding before = device.app.backup_standing();
  device.provider("P2", "乙公司", "2025-01-01", uscc_b);
  device.app.back_up(BackupPlace::folder);
  CHECK(device.files.backups().back().mime == "folder");
  device.app.backup_answered(BackupOutcome::failed, {}, "QuotaExceededError: full");
  CHECK(device.app.backup_news() == BackupNews::failed);
  CHECK(device.app.backup_failure() == "QuotaExceededError: full");
  device.app.back_up(BackupPlace::file);
  CHECK(device.app.backup_failure().empty());
  device.app.backup_answered(BackupOutcome::given_up, {}, {});
  CHECK(device.app.backup_news() == BackupNews::none);
  device.signer.fail_next("OperationError");
  device.provider("P4", "丁公司");
  device.app.back_up(BackupPlace::file);
  CHECK(device.app.backup_news() == BackupNews::not_signed);
  CHECK_FALSE(device.app.backing_up());
  CHECK(device.app.export_failure().empty());
  CHECK(device.app.backup_standing().on == before.on);
  CHECK(device.app.backup_standing().unkept > 0);
  // An answer that nobody waits for changes nothing.
  device.app.backup_answered(BackupOutcome::read_back, device.files.backups().back().bytes, {});
  CHECK(device.app.backup_news() == BackupNews::not_signed);
}

TEST_CASE("What is known of backups is kept with the data, and goes with them") {
  Harness device;
  device.open();
  device.bad_case(1);
  back_up(device);
  device.store.pump();
  Reloaded after(device);
  CHECK(after.app.damage().empty());
  CHECK(after.app.backup_standing().kind == Kind::proven);
  CHECK(after.app.backup_standing().unkept == 0);
  after.app.clear();
  after.store.pump();
  after.bad_case(1);
  CHECK(after.app.backup_standing().kind == Kind::none);
}

TEST_CASE("A line about backups that cannot be read claims none") {
  CHECK(backups_of("").proven == std::nullopt);
  CHECK(backups_of("[]") == Backups{});
  CHECK(backups_of(R"({"proven":{"name":"x","on":"2025-02-30","records":3,"state_hash":"00"}})") == Backups{});
  const Backups both{BackupRecord{day("2025-01-01"), "a.json", 7, std::string(64, 'a')},
                     BackupRecord{day("2025-02-01"), "\"𠮷\".json", 9, std::string(64, 'b')}};
  CHECK(backups_of(backups_text(both)) == both);
}

TEST_CASE("A backup by itself is due after fifty records, or on another day with a new one") {
  Harness device;
  device.open();
  CHECK_FALSE(device.app.backup_is_due());
  device.bad_case(1);
  CHECK(device.app.backup_is_due());
  device.app.back_up(BackupPlace::folder);
  CHECK_FALSE(device.app.backup_is_due());
  read_back(device);
  CHECK_FALSE(device.app.backup_is_due());
  device.provider("P2", "乙公司", "2025-01-01", uscc_b);
  CHECK_FALSE(device.app.backup_is_due());
  device.clock.set_today(day("2025-07-01"));
  device.app.begin_frame();
  CHECK(device.app.backup_is_due());
  back_up(device);
  for (std::size_t i = 0; i < backup_after_records; ++i) {
    CHECK_FALSE(device.app.backup_is_due());
    device.rating("E1", "2024-" + std::string(i % 12 < 9 ? "0" : "") + std::to_string(i % 12 + 1), i / 12 % 2 == 0 ? Satisfaction::satisfied : Satisfaction::unsatisfied,
                  "2025-03-" + std::to_string(10 + i % 20));
  }
  CHECK(device.app.backup_is_due());
}

}  // namespace hengping::shell
