using System.Text;
using System.Text.Json;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Tests.Json;

/// <summary>Our reader and System.Text.Json must agree on which texts are JSON, and on what they mean.</summary>
public sealed class JsonDifferentialTests
{
    private const int MutationsPerSeed = 2500;

    private static readonly string[] s_seeds =
    [
        """{"utcp_version":"1.0.1","tools":[{"name":"t","inputs":{"type":"object","properties":{"a":{"type":"string"}}},"tags":[]}]}""",
        """["\"\\\/\b\f\n\r\t","A\u00e9\u20AC\uD83D\uDE00","\ud800","\udc00x","\ud83dx\ude00","é€😀","\u0000","","\u2028"]""",
        """[0,-0,1,-1,10,1.0,1.50,-0.5,1e3,1E+3,1e-3,0e0,-0.0E-0,123456789012345678901234567890,1e400,0.1e1]""",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        """{"a":{"a":{"a":{"a":[{"b":[{"c":{}}]}]}}},"a":1,"":null,"\u0061":true}""",
        "{ // line\n \"a\" : /* b */ [ 1 , /**/ 2 , ] , // end\r\n \"b\" : { \"c\" : false , } /***/ , }\t\r\n// last",
        " \t\r\n[true,false,null, true , false , null,{},[],{ },[ ]] \n",
        "\"only a string\"",
        "-12.5e-7",
        "/*x*/ null //",
    ];

    private static readonly string[] s_tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "\\u", "\\ud800", "\\udc00", "\\n", "\\x", "null", "true", "false", "nul", "0", "-", "1", "01", ".", ".5", "e",
        "1e", "+", "//", "/*", "*/", "/", "\n", "\r", "\t", " ", "\0", "\u0001", "\u001f", "\u007f", "\u00a0", "\u2028", "\u2029", "\ufeff", "é", "😀", "\ud800", "\udc00",
        "//x\u2028\n", "[]", "{}", "\"a\":1", "'a'", "NaN", "[[[[[[[[[[", "]]]]]]]]]]", ",,", "/**/", "// c\n", "\"\\", "\"\n",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Agrees_with_System_Text_Json_on_mutated_documents(bool relaxed)
    {
        var random = new Random(relaxed ? 20250102 : 20250101);
        var valid = 0;
        var count = 0;
        foreach (var seed in s_seeds)
        {
            valid += AssertSame(seed, relaxed) ? 1 : 0;
            for (var i = 0; i < MutationsPerSeed; i++)
            {
                valid += AssertSame(Mutate(seed, random), relaxed) ? 1 : 0;
                count++;
            }
        }

        Assert.Equal(s_seeds.Length * MutationsPerSeed, count);
        Assert.InRange(valid, count / 20, count - (count / 4));
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(mutated.Length + 1);
            var length = Math.Min(random.Next(1, 6), mutated.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    mutated.Remove(at, Math.Min(1, length));
                    break;
                case 1:
                    mutated.Insert(at, (char)random.Next(1, 128));
                    break;
                case 2 when length > 0:
                    mutated[at] = (char)random.Next(1, 128);
                    break;
                case 3:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                case 4:
                    mutated.Remove(at, length).Insert(at, s_tokens[random.Next(s_tokens.Length)]);
                    break;
                default:
                    mutated.Insert(at, s_tokens[random.Next(s_tokens.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }

    private static bool AssertSame(string text, bool relaxed)
    {
        var ours = JsonDocumentReader.Read(text, new JsonReadOptions { AllowComments = relaxed, AllowTrailingCommas = relaxed });
        JsonDocument? theirs = null;
        try
        {
            theirs = JsonDocument.Parse(
                Encoding.UTF8.GetBytes(text.StartsWith('\ufeff') ? text[1..] : text),
                new JsonDocumentOptions { CommentHandling = relaxed ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow, AllowTrailingCommas = relaxed });
        }
        catch (JsonException)
        {
        }

        using (theirs)
        {
            var shown = JsonText.Quote(text);
            Assert.True(ours.Root is not null == theirs is not null, $"relaxed {relaxed}: {shown} is {(theirs is null ? "invalid" : "valid")} to System.Text.Json; ours: {string.Join(' ', ours.Problems)}");
            if (theirs is null)
            {
                Assert.Single(ours.Problems);
                Assert.InRange(ours.Problems[0].Span.End, 0, text.Length);
                return false;
            }

            var place = FirstDifference(ours.Root!, theirs.RootElement, text);
            Assert.True(place is null, $"relaxed {relaxed}: {shown} differs: {place}");
            var again = JsonDocumentReader.Read(JsonText.Minify(ours.Root!));
            Assert.Equal(JsonText.Minify(ours.Root!), JsonText.Minify(again.Root!));
            return true;
        }
    }

    private static string? FirstDifference(JsonValue ours, JsonElement theirs, string text)
    {
        var expected = theirs.ValueKind switch
        {
            JsonValueKind.Null => JsonKind.Null,
            JsonValueKind.True => JsonKind.True,
            JsonValueKind.False => JsonKind.False,
            JsonValueKind.Number => JsonKind.Number,
            JsonValueKind.String => JsonKind.String,
            JsonValueKind.Array => JsonKind.Array,
            _ => JsonKind.Object,
        };
        if (ours.Kind != expected)
        {
            return $"{ours.Kind} and {expected}";
        }

        var raw = Normal(theirs.GetRawText());
        if (raw != Normal(text.Substring(ours.Span.Start, ours.Span.Length)))
        {
            return $"span {ours.Span} is not {raw}";
        }

        switch (ours.Kind)
        {
            case JsonKind.Number when ours.Text != raw:
                return $"{ours.Text} and {raw}";
            case JsonKind.String when DecodedOrNull(theirs.GetString) is { } decoded && decoded != Normal(ours.Text):
                return $"{ours.Text} and {decoded}";
            case JsonKind.Array:
                return ours.Items.Count != theirs.GetArrayLength() ? "length" : ours.Items.Zip(theirs.EnumerateArray(), (a, b) => FirstDifference(a, b, text)).FirstOrDefault(d => d is not null);
            case JsonKind.Object:
                var properties = theirs.EnumerateObject().ToList();
                return ours.Members.Count != properties.Count ? "count" : ours.Members
                    .Zip(properties, (a, b) => DecodedOrNull(() => b.Name) is { } name && name != Normal(a.Name) ? $"{a.Name} and {name}" : FirstDifference(a.Value, b.Value, text))
                    .FirstOrDefault(d => d is not null);
            default:
                return null;
        }
    }

    // What a UTF-8 reader sees of a text that UTF-8 cannot express.
    private static string Normal(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string? DecodedOrNull(Func<string?> decode)
    {
        try
        {
            return decode();
        }
        catch (InvalidOperationException)
        {
            return null; // a surrogate without its partner
        }
    }
}
