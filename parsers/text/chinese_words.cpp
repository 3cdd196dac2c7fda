// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/chinese_words.hpp"

#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <unordered_set>

namespace besteld::parsers {

namespace {

// Four characters of three bytes; 采购订单号 is 采购 and 订单号.
constexpr std::size_t longest = 12;

const std::unordered_set<std::string_view>& words() {
    static const std::unordered_set<std::string_view> set = {
        "采购订单", "订单编号", "采购单号", "订单号",   "订单",     "采购单",   "订购",
        "下单",     "补货",     "采购",     "再来",     "需要",     "请安排",   "安排",
        "发货",     "请发",     "数量",     "单价",     "价格",     "金额",     "合计",
        "总计",     "货号",     "料号",     "型号",     "品名",     "名称",     "规格",
        "单位",     "交期",     "交货",     "送到",     "送至",     "发到",     "送货",
        "收货人",   "收货地址", "地址",     "付款方式", "付款",     "预付",     "月结",
        "备注",     "改为",     "改成",     "改到",     "更正",     "变更",     "修改",
        "取消",     "作废",     "催货",     "破损",     "损坏",     "投诉",     "短缺",
        "少发",     "报价",     "询价",     "有货吗",   "现货",     "库存",     "本周",
        "这周",     "下周",     "下星期",   "本星期",   "明天",     "后天",     "今天",
        "月底",     "尽快",     "加急",     "紧急",     "急需",     "之前",     "以前",
        "之后",     "以后",     "前",       "年",       "月",       "日",       "号",
        "周",       "由",       "从",       "如果",     "尽量",     "最好",     "大约",
        "左右",     "谢谢",     "您好",     "你好",     "每",       "上次",     "一样",
        "其他不变", "请回签",   "确认",     "联系人",   "电话",     "另外",     "和",
        "还有",     "以及",     "赠",       "共",       "什么时候", "还没收到", "没收到",
        "没有收到", "到哪",     "不要",     "不再",     "进度",     "何时",     "到货了吗",
        "发货了吗", "没到",     "还没到",   "坏了",     "发错",     "发错货",   "质量问题",
        "少了",     "缺少",     "上一个",   "上一单",   "上一批",   "上个",     "上批",
        "重发",     "补发",     "免费",     "而且",     "收到",     "到货",     "订货",
        "进货",     "要货",     "备货",     "单号",     "请送",     "其余不变", "受潮",
        "变形",     "生锈",     "不合格",   "短少",     "不符",     "几时",     "哪天到",
        "多久到",   "到了吗",   "发了吗",   "不要了",   "不用了",   "撤单",     "删除",
        "去掉",     "增加到",   "增加",     "减少到",   "减到",     "增至",     "调整为",
        "追加",     "大概",     "有货的话", "下单日期", "订单日期", "订购日期", "有问题",
        "无法使用", "送货地址", "总金额",   "单位"};
    return set;
}

} // namespace

std::size_t chinese_word_length(std::string_view text) {
    for (std::size_t length = longest; length >= 3; length -= 3)
        if (text.size() >= length && words().contains(text.substr(0, length))) return length;
    return 0;
}

} // namespace besteld::parsers
