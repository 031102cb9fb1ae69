### كلمات وأعداد تستعملها الأقسام كلها.

count-claims = { $n ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
}
date-islamic = { $day } هـ
list-semicolon = ؛
