// Photos and inspections as they show: taking, looking, taking out; the form, the page of an inspection and the list.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_photo.h"
#include "tests/ui/bench.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

const std::string hash_a(64, 'a');
const std::string hash_b(64, 'b');

Event of_photo(NodeId chooser, std::string name, std::string said, float done, float total) {
  Event event;
  event.type = EventType::photo;
  event.node = chooser;
  event.text = std::move(name);
  event.bytes = std::move(said);
  event.x = done;
  event.y = total;
  return event;
}

std::string ready(const std::string& hash, std::string_view type = "image/jpeg") {
  return hash + " " + std::string(type) + " 412000 2048 1536";
}

std::size_t count(const Driver& driver, Role role) {
  return static_cast<std::size_t>(std::count_if(driver.tree.nodes().begin(), driver.tree.nodes().end(),
                                                [role](const Node& node) { return node.role == role; }));
}

const Node& only_photo(const Driver& driver) {
  const auto found = std::find_if(driver.tree.nodes().begin(), driver.tree.nodes().end(),
                                  [](const Node& node) { return node.role == Role::photo; });
  REQUIRE(found != driver.tree.nodes().end());
  return *found;
}

struct PhotoBench {
  std::vector<shell::Attachment> photos;
  bool busy = false;
  Bench bench{
      [this](Frame& frame) { busy = photo_field(frame, {.key = "photos", .label = "照片", .width = 400}, photos); }};
  NodeId chooser() { return bench.node(Role::file, "选择照片或文件").id; }
  void take(std::string name, std::string said, float done, float total) {
    bench.frame({of_photo(chooser(), std::move(name), std::move(said), done, total)});
  }
};

/// Opens the form with P001 chosen.
void open_form(Driver& driver) {
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/inspections/new?provider=P001");
}

NodeId radio_of(const Driver& driver, std::string_view group, std::string_view name) {
  const Node* within = driver.tree.find(Role::group, group);
  REQUIRE(within != nullptr);
  for (const Node& node : driver.tree.nodes()) {
    if (node.role != Role::radio || node.name != name) continue;
    for (const Node* at = &node; at != nullptr; at = driver.tree.find(at->parent)) {
      if (at->id == within->id) return node.id;
    }
  }
  FAIL("no such answer");
  return 0;
}

constexpr std::string_view staff = "人员能力和团队配置满足服务需要";

}  // namespace

TEST_CASE("a chooser tells the page what becomes of pictures") {
  PhotoBench field;
  const Node& node = field.bench.node(Role::file, "选择照片或文件");
  CHECK(node.has(Flag::photos));
  CHECK_FALSE(node.has(Flag::camera));
  CHECK_FALSE(node.has(Flag::keeps_metadata));
  CHECK(node.maximum_length == 2048);
  CHECK(node.number == 0.85F);
  CHECK(node.row_count == 8'388'608);
  CHECK(node.value == "image/*,application/pdf");
  CHECK_FALSE(field.bench.shows(Role::file, "拍照"));
  field.bench.around.touch = true;
  field.bench.frame();
  CHECK(field.bench.node(Role::file, "拍照").has(Flag::camera));
}

TEST_CASE("several pictures come one after the other, with progress that can be broken off") {
  PhotoBench field;
  field.take("a.jpg", "", 0, 2);
  CHECK(field.bench.shows(Role::progressbar, "正在处理第 1 个文件，共 2 个"));
  field.take("a.jpg", ready(hash_a), 1, 2);
  REQUIRE(field.photos.size() == 1);
  CHECK(field.busy);
  CHECK(field.photos[0].sha256 == hash_a);
  CHECK(field.photos[0].type == "image/jpeg");
  CHECK(field.photos[0].size == 412'000);
  CHECK(field.photos[0].name == "a.jpg");
  CHECK(field.bench.shows(Role::progressbar, "正在处理第 2 个文件，共 2 个"));
  const NodeId chooser = field.chooser();
  field.bench.frame({[&] {
    Event event;
    event.node = field.bench.node(Role::button, "取消").id;
    return event;
  }()});
  CHECK_FALSE(field.bench.shows(Role::progressbar, "正在处理第 2 个文件，共 2 个"));
  CHECK_FALSE(field.busy);
  CHECK(field.photos.size() == 1);
  CHECK(field.chooser() == chooser);
}

TEST_CASE("what cannot be taken in is told by name, and again chosen files forget it") {
  PhotoBench field;
  field.take("a.heic", "", 0, 3);
  field.take("a.heic", "unreadable", 1, 3);
  field.take("b.pdf", "large", 2, 3);
  field.take("c.jpg", ready(hash_a), 3, 3);
  CHECK(field.bench.shows(Role::alert, "有 2 个文件没有加入"));
  CHECK(field.bench.says("a.heic：本设备无法解读这种图片"));
  CHECK(field.bench.says("b.pdf：文件过大"));
  CHECK(field.photos.size() == 1);
  field.take("c.jpg", "", 0, 1);
  CHECK_FALSE(field.bench.says("a.heic"));
  field.take("c.jpg", ready(hash_a), 1, 1);
  CHECK(field.bench.says("c.jpg：已经加入过"));
  CHECK(field.photos.size() == 1);
}

TEST_CASE("each picture is named, opens whole, can be downloaded and taken out") {
  PhotoBench field;
  field.take("门口.jpg", ready(hash_a), 1, 2);
  field.take("合同.pdf", ready(hash_b, "application/pdf"), 2, 2);
  CHECK(count(field.bench, Role::photo) == 1);
  const Node thumbnail = only_photo(field.bench);
  CHECK(thumbnail.value == hash_a);
  CHECK(thumbnail.name == "照片 1：门口.jpg");
  CHECK(thumbnail.level == 0);
  CHECK_FALSE(thumbnail.has(Flag::covered));
  field.bench.press(Role::button, "查看照片 1：门口.jpg");
  REQUIRE(field.bench.shows(Role::dialog, "照片 1：门口.jpg"));
  int whole = 0;
  for (const Node& node : field.bench.tree.nodes()) {
    if (node.role != Role::photo) continue;
    CHECK(node.has(Flag::covered) == (node.level == 0));
    whole += node.level;
  }
  CHECK(whole == 1);
  field.bench.press(Role::button, "下一张");
  CHECK(field.bench.shows(Role::dialog, "文件 2：合同.pdf"));
  field.bench.press(Role::button, "关闭");
  CHECK(count(field.bench, Role::dialog) == 0);
  field.bench.press(Role::button, "移除照片 1：门口.jpg");
  REQUIRE(field.photos.size() == 1);
  CHECK(field.photos[0].sha256 == hash_b);
  field.bench.press(Role::button, "移除文件 1：合同.pdf");
  CHECK(field.photos.empty());
  CHECK(field.bench.focused() == field.chooser());
}

TEST_CASE("a picture does not show through what is painted over it") {
  std::vector<shell::Attachment> photos = {{hash_a, "image/jpeg", "a.jpg", 1000}};
  const std::vector<Choice> choices = {{"1", "one"}, {"2", "two"}, {"3", "three"}};
  std::string chosen;
  Bench bench([&](Frame& frame) {
    const auto column = frame.column({});
    combobox(frame, {.key = "box", .label = "选择"}, choices, chosen);
    photo_list(frame, "photos", "照片", photos, 400);
  });
  CHECK_FALSE(only_photo(bench).has(Flag::covered));
  bench.press(Role::combobox, "选择");
  REQUIRE(bench.shows(Role::listbox, "选择"));
  CHECK(only_photo(bench).has(Flag::covered));
}

TEST_CASE("of five hundred pictures only those that show are stated") {
  Driver driver;
  open_form(driver);
  const NodeId chooser = driver.node(Role::file, "选择照片或文件").id;
  for (int i = 1; i <= 500; ++i) {
    std::string hash = std::to_string(i);
    hash.insert(0, 64 - hash.size(), '0');
    driver.frame({of_photo(chooser, "a.jpg", ready(hash), static_cast<float>(i), 500)});
  }
  CHECK(driver.says("照片（500）"));
  CHECK(count(driver, Role::photo) < 80);
}

TEST_CASE("an inspection is answered, found, photographed and saved, and its page shows all of it") {
  for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, {390.0F, 844.0F}}) {
    Driver driver(width, height);
    open_form(driver);
    CHECK(driver.says("已答 0 项，共 19 项"));
    driver.press(radio_of(driver, "签订了服务协议，企业自主选择方案和产品", "符合"));
    driver.press(radio_of(driver, staff, "不符合"));
    CHECK(driver.says("已答 2 项，共 19 项"));
    driver.press(Role::button, "保存");
    const Node& text = driver.node(Role::textarea, "问题说明 · 第七条（一）");
    CHECK(text.has(Flag::invalid));
    CHECK(driver.focused() == text.id);
    driver.fill(Role::textarea, "问题说明 · 第七条（一）", "驻场人员无资质");
    driver.store.stage(hash_a, "bytes");
    driver.frame({of_photo(driver.node(Role::file, "选择照片或文件").id, "门口.jpg", ready(hash_a), 1, 1)});
    const NodeId chooser = driver.node(Role::file, "选择照片或文件").id;
    driver.frame({of_photo(chooser, "另一张.jpg", "", 0, 1)});
    driver.press(Role::button, "保存");
    CHECK(driver.says("照片还在处理"));
    CHECK(driver.around.route.starts_with("#/inspections/new"));
    driver.frame({of_photo(chooser, "另一张.jpg", "unreadable", 1, 1)});
    driver.press(Role::button, "保存");
    REQUIRE(driver.around.route.starts_with("#/inspections/I20261123-"));
    CHECK(driver.shows(Role::status, "已保存"));
    CHECK(driver.says("驻场人员无资质"));
    CHECK(driver.says("符合 1 · 不符合 1 · 不适用 0 · 未检查 17"));
    CHECK(only_photo(driver).value == hash_a);
    driver.go("#/inspections");
    CHECK(driver.says("共 1 条"));
    driver.fill(Role::searchbox, "搜索检查编号、服务商、合同", "没有这样的");
    CHECK(driver.says("没有符合条件的结果"));
    driver.go("#/inspections/new");
    CHECK(driver.says("已答 0 项，共 19 项"));
  }
}

TEST_CASE("what was filled in is there after the page was closed, and can be given up") {
  Driver driver;
  open_form(driver);
  driver.press(radio_of(driver, staff, "不符合"));
  driver.fill(Role::textarea, "问题说明 · 第七条（一）", "驻场");
  driver.around.seconds += 5;
  driver.frame();
  Driver again;
  again.store.contents() = driver.store.contents();
  again.signer = driver.signer;
  again.signer.set_listener(again.app);
  again.open();
  again.go("#/inspections");
  CHECK(again.shows(Role::link, "继续检查"));
  again.go("#/inspections/new");
  CHECK(again.node(Role::textarea, "问题说明 · 第七条（一）").value == "驻场");
  again.press(Role::button, "取消");
  REQUIRE(again.shows(Role::dialog, "放弃这次检查"));
  again.press(Role::button, "继续检查");
  CHECK(again.around.route == "#/inspections/new");
  again.press(Role::button, "取消");
  again.press(Role::button, "放弃这次检查");
  CHECK(again.around.route == "#/inspections");
  CHECK_FALSE(again.store.contents().contains("draft/inspection"));
  again.go("#/inspections/new");
  CHECK(again.says("已答 0 项"));
}

TEST_CASE("an inspection is two presses away from a provider, and one on a phone's workbench") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/providers/P001");
  driver.follow("开始检查");
  CHECK(driver.around.route == "#/inspections/new?provider=P001");
  CHECK(driver.node(Role::combobox, "服务商").value.starts_with("P001"));
  Driver phone(390, 844);
  phone.open();
  phone.go("#/");
  CHECK_FALSE(phone.shows(Role::link, "开始检查"));
  REQUIRE(phone.app.load_demo_city(small_city(0)));
  phone.frame();
  phone.follow("开始检查");
  CHECK(phone.around.route == "#/inspections/new");
}

}  // namespace hengping::ui
