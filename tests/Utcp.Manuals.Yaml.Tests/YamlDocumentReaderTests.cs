using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml.Tests;

public sealed class YamlDocumentReaderTests
{
    [Theory]
    [InlineData("a: yes\nb: no\nc: on\nd: Off\ne: y\nf: N", """{"a":"yes","b":"no","c":"on","d":"Off","e":"y","f":"N"}""")]
    [InlineData("[true, True, TRUE, false, False, FALSE, tRue]", """[true,true,true,false,false,false,"tRue"]""")]
    [InlineData("[null, Null, NULL, ~, nULL]", """[null,null,null,null,"nULL"]""")]
    [InlineData("a:\nb: ''\nc: \"\"\n", """{"a":null,"b":"","c":""}""")]
    [InlineData("[1.0, 3.10, 1e3, -0, -0.50, 12E+2, 123456789012345678901234567890]", """[1.0,3.10,1e3,-0,-0.50,12E+2,123456789012345678901234567890]""")]
    [InlineData("[+1, .5, -.5, 1., 007, -007, 0, 00, +0.5e1, 1.e2]", """[1,0.5,-0.5,1.0,7,-7,0,0,0.5e1,1.0e2]""")]
    [InlineData("[0x1F, 0o17, 0xff, 0b11, 0o8, 0x, -0x1]", """[31,15,255,"0b11","0o8","0x","-0x1"]""")]
    [InlineData("[., +, e1, 1e, 1.2.3, 1_000, '1', \"1.0\", 12:30:45, 190:20:30]", """[".","+","e1","1e","1.2.3","1_000","1","1.0","12:30:45","190:20:30"]""")]
    [InlineData("[2020-01-01, 2001-12-14t21:59:43.10-05:00, =]", """["2020-01-01","2001-12-14t21:59:43.10-05:00","="]""")]
    [InlineData("200: a\n2.0: b\ntrue: c\n~: d\n0x10: e\nno: f\n007: g", """{"200":"a","2.0":"b","true":"c","~":"d","0x10":"e","no":"f","007":"g"}""")]
    [InlineData("openapi: 3.1\nversion: 1.0\n", """{"openapi":3.1,"version":1.0}""")]
    [InlineData("a: |\n  x\n   y\n\nb: >\n  f\n  g\n\n  h\nc: |-\n  z\nd: |+\n  k\n\ne: >2-\n    i\n  j\n", """{"a":"x\n y\n","b":"f g\nh\n","c":"z","d":"k\n\n","e":"  i\nj"}""")]
    [InlineData("a: 'it''s'\nb: \"\\x41\\u00e9\\U0001F600\\n\\/\\e\"\nc: plain\n  goes on\n", "{\"a\":\"it's\",\"b\":\"Aé😀\\n/\\u001b\",\"c\":\"plain goes on\"}")]
    [InlineData("a: \"\\ud83d\\ude00\"", "{\"a\":\"😀\"}")]
    [InlineData("\uFEFFa: 1\r\nb:\r\n  - x\r\n  - y: z\r\n", """{"a":1,"b":["x",{"y":"z"}]}""")]
    [InlineData("# c\n%x: 1\n", null)]
    [InlineData("# c\n---\n# d\na: b # e\n...\n", """{"a":"b"}""")]
    [InlineData("%YAML 1.2\n---\na: b\n", """{"a":"b"}""")]
    [InlineData("a: x\u2028y\nb: 'q\u0085z'\nc: \"\u2029\"\n", "{\"a\":\"x\u2028y\",\"b\":\"q\u0085z\",\"c\":\"\u2029\"}")]
    [InlineData("{\n\t\"a\":\t1,\n\t\"b\": [\n\t\t1]}", """{"a":1,"b":[1]}""")]
    [InlineData("{a: 1, b: [x, {c: d}], e, }", """{"a":1,"b":["x",{"c":"d"}],"e":null}""")]
    [InlineData("/p/{id}:\n  get: {x: http://h/?q=1#f}\n", """{"/p/{id}":{"get":{"x":"http://h/?q=1#f"}}}""")]
    [InlineData("- - a\n  - b\n-\n  c: d\n", """[["a","b"],{"c":"d"}]""")]
    [InlineData("? a\n: b\n", """{"a":"b"}""")]
    [InlineData("a: &x {b: [1]}\nc: *x\nd: &s text\ne: *s\n", """{"a":{"b":[1]},"c":{"b":[1]},"d":"text","e":"text"}""")]
    [InlineData("&k key: 1\nb: {*k : 2}\n", """{"key":1,"b":{"key":2}}""")]
    [InlineData("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  y: 9\n  <<: [*a, *b]\nd: {<<: *a, '<<': q}\n", """{"a":{"x":1,"y":2},"b":{"y":3,"z":4},"c":{"x":1,"z":4,"y":9},"d":{"x":1,"y":2,"<<":"q"}}""")]
    [InlineData("[!!str 1, !!str true, !!int 3, !!float 1.5, !!null ~, !!bool false, ! 7, !!seq [1], !!map {a: 1}, !<tag:yaml.org,2002:str> 2]", """["1","true",3,1.5,null,false,"7",[1],{"a":1},"2"]""")]
    [InlineData("just text", "\"just text\"")]
    public void Means(string yaml, string? json)
    {
        var read = YamlDocumentReader.ReadYaml(yaml, JsonReadOptions.Default);

        Assert.Equal((json, json is null), (read.Root is null ? null : JsonText.Minify(read.Root), read.Problems.Count > 0));
    }

    [Theory]
    [InlineData("a: 1\r\nbb: [x, 'y']\r\nc: {d: e}\r\n", "a|1|bb|x|'y'|[x, 'y']|c|d|e|{d: e}")]
    [InlineData("\uFEFFa:\n  - 😀 x\n  - |\n    t\n    u\n\nb: \"q\"\n", "a|😀 x||\n    t\n    u|- 😀 x\n  - |\n    t\n    u|b|\"q\"")]
    [InlineData("a:\n  b: c\n  d:\n    e: f\n\n# x\ng: h", "a|b|c|d|e|f|e: f|b: c\n  d:\n    e: f|g|h")]
    public void Knows_where_values_stand(string yaml, string places)
    {
        var read = YamlDocumentReader.ReadYaml(yaml, JsonReadOptions.Default);

        var found = new List<string>();
        Collect(read.Root!, yaml, found);
        Assert.Equal(places + "|" + yaml.TrimStart('\uFEFF').TrimEnd(), string.Join('|', found));
    }

    [Fact]
    public void Positions_start_at_the_offset()
    {
        foreach (var text in new[] { "a: [1]", "{\"a\":[1]}" })
        {
            var plain = YamlDocumentReader.Read(text).Root!;
            var moved = YamlDocumentReader.Read(text, new JsonReadOptions { Offset = 1000 }).Root!;

            Assert.Equal(1000 + plain.Members[0].NameSpan.Start, moved.Members[0].NameSpan.Start);
            Assert.Equal(new JsonSpan(1000 + plain.Members[0].Value.Span.Start, plain.Members[0].Value.Span.Length), moved.Members[0].Value.Span);
            Assert.Equal(plain.Span.End + 1000, moved.Span.End);
        }
    }

    private static void Collect(JsonValue value, string text, List<string> found)
    {
        foreach (var member in value.Members)
        {
            found.Add(At(member.NameSpan));
            Collect(member.Value, text, found);
        }

        foreach (var item in value.Items)
        {
            Collect(item, text, found);
        }

        found.Add(At(value.Span));

        string At(JsonSpan span) => text.Substring(span.Start, span.Length);
    }
}
