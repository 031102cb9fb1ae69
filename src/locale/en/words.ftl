### Words and counts that every room uses.

count-claims = { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}
date-islamic = { $day } AH
list-semicolon = ;
