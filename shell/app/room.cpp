#include "shell/app/room.h"

namespace hengping::shell {

RoomState room_state(float used_mb, float quota_mb) {
  const float left = quota_mb - used_mb;
  if (used_mb >= 0.95F * quota_mb || left < 10) return RoomState::nearly_full;
  return used_mb >= 0.8F * quota_mb || left < 50 ? RoomState::scarce : RoomState::plenty;
}

}  // namespace hengping::shell
