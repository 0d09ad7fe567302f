using System.Text;
using System.Text.Json;
using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

/// <summary>Damaged texts give a value or a JsonException with a path, never anything else.</summary>
public sealed class HostileTests
{
    private static readonly string[] s_seeds =
    [
        """{"city":"Lis\u0062on","wind":null,"days":[{"date":"2026-11-20","high":18.5,"low":-1e2,"condition":"rain","rain":2.50}],"note":"n\n","comment":null,"tags":["a","b"],"limits":{"z":1,"a":2.5},"priority":3,"condition":"cloudy","source":{"lat":1,"lon":2,"x":5}}""",
        """{"shapes":[{"radius":1.5,"kind":"circle"},{"kind":"hexagon","side":[2]},{"shapes":[],"kind":"group"}],"kind":"group"}""",
        """["2026-11-20T05:06:07.25+02:00",null,true,"a","b"]""",
        """{"kind":"station","version":2,"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}""",
    ];

    private static readonly string[] s_pieces = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-", "0", "\\u", "\\ud800", "\\", "\0", "é", "{\"a\":", "[[", "\"kind\":", " ", "99999999999999999999", "\"lat\":1,"];

    [Fact]
    public void Damaged_texts_fail_cleanly_and_agree_with_the_parser()
    {
        var random = new Random(20261120);
        for (var i = 0; i < 4_000; i++)
        {
            var json = Encoding.UTF8.GetBytes(Damage(s_seeds[random.Next(s_seeds.Length)], random));
            if (random.Next(4) == 0)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            Check<Forecast>(json);
            Check<Shape>(json);
            Check<Interval>(json);
            Check<ObservationSource>(json);
            Check<Station>(json);
        }
    }

    private static string Damage(string text, Random random)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(0, 12), text.Length - at);
            text = text[..at] + (random.Next(2) == 0 ? s_pieces[random.Next(s_pieces.Length)] : "") + text[(at + length)..];
            text = text.Length == 0 ? " " : text;
        }

        return text;
    }

    private static void Check<T>(byte[] json)
        where T : IJsonModel<T>
    {
        T value;
        try
        {
            value = JsonModel.Deserialize<T>(json);
        }
        catch (JsonException exception)
        {
            Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
            return;
        }

        using (JsonDocument.Parse(json))
        {
            var text = JsonModel.Serialize(value);
            using var again = JsonDocument.Parse(text);
            text = JsonModel.Serialize(JsonModel.Deserialize<T>(text));     // escapes in invalid UTF-8 are decoded at the second reading only
            Assert.Equal(text, JsonModel.Serialize(JsonModel.Deserialize<T>(text)));
        }
    }
}
