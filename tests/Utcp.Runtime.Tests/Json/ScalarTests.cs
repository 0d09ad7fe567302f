using Utcp.Json;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Json;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"Zürich 東京 😀\"", "Zürich 東京 😀")]
    [InlineData("\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f\"", "a\"b\\c\n\r\t\0\u001f")]
    [InlineData("\"</script>&'+\"", "</script>&'+")]
    public void Strings_are_escaped_only_where_json_requires_it(string json, string value) => Codec.RoundTrip<string, StringCodec>(json, value);

    [Fact]
    public void Long_strings_are_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("ab\"ü😀\n", 20_000));
        Assert.Equal(text, Codec.Read<string, StringCodec>(Codec.Write<string, StringCodec>(text)));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("\"a\uFFFDb\"", Codec.Write<string, StringCodec>("a\uD800b"));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-2147483648", int.MinValue)]
    public void Integers(string json, int value) => Codec.RoundTrip<int, Int32Codec>(json, value);

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("-25.00e1", -250)]
    public void A_number_without_fraction_is_an_integer(string json, long value)
    {
        Assert.Equal(value, Codec.Read<long, Int64Codec>(json));
        Assert.Equal((int)value, Codec.Read<int, Int32Codec>(json));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    public void Long_integers(string json) => Codec.RoundTrip<long, Int64Codec>(json, long.Parse(json, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-1.5E+300", -1.5e300)]
    [InlineData("1.7976931348623157E+308", double.MaxValue)]
    [InlineData("5E-324", double.Epsilon)]
    public void Numbers(string json, double value) => Codec.RoundTrip<double, DoubleCodec>(json, value);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_json_cannot_hold_is_refused(double value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Codec.Write<double, DoubleCodec>(value));
        Assert.Contains("JSON has no form for ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decimals() => Codec.RoundTrip<decimal, DecimalCodec>("79228162514264337593543950335", decimal.MaxValue);

    [Fact]
    public void Booleans()
    {
        Codec.RoundTrip<bool, BooleanCodec>("true", true);
        Codec.RoundTrip<bool, BooleanCodec>("false", false);
    }

    [Fact]
    public void Uuids()
    {
        Codec.RoundTrip<Guid, GuidCodec>("\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
        Assert.Equal(Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), Codec.Read<Guid, GuidCodec>("\"6F9619FF8B86D011B42D00CF4FC964FF\""));
    }

    [Theory]
    [InlineData("2026-03-04T05:06:07Z", "2026-03-04T05:06:07.0000000+00:00", "2026-03-04T05:06:07Z")]
    [InlineData("2026-03-04t05:06:07z", "2026-03-04T05:06:07.0000000+00:00", "2026-03-04T05:06:07Z")]
    [InlineData("2026-03-04 05:06:07", "2026-03-04T05:06:07.0000000+00:00", "2026-03-04T05:06:07Z")]
    [InlineData("2026-03-04T05:06", "2026-03-04T05:06:00.0000000+00:00", "2026-03-04T05:06:00Z")]
    [InlineData("2026-03-04", "2026-03-04T00:00:00.0000000+00:00", "2026-03-04T00:00:00Z")]
    [InlineData("2026-03-04T05:06:07.5-03:30", "2026-03-04T05:06:07.5000000-03:30", "2026-03-04T05:06:07.5-03:30")]
    [InlineData("2026-03-04T05:06:07.123456789+0200", "2026-03-04T05:06:07.1234567+02:00", "2026-03-04T05:06:07.1234567+02:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00", "2017-01-01T00:00:00Z")]
    [InlineData("2026-03-04T05:06:07\\u005a", "2026-03-04T05:06:07.0000000+00:00", "2026-03-04T05:06:07Z")]
    public void Date_times_without_offset_are_utc(string json, string expected, string written)
    {
        var value = Codec.Read<DateTimeOffset, DateTimeOffsetCodec>($"\"{json}\"");
        Assert.Equal(expected, value.ToString("O"));
        Assert.Equal($"\"{written}\"", Codec.Write<DateTimeOffset, DateTimeOffsetCodec>(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-03-04T24:00:00Z")]
    [InlineData("2026-03-04T05:06:07+15:00")]
    [InlineData("2026-03-04T05:06:07+ab:00")]
    [InlineData("2026-03-04T05:06:07ZZ")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("11/20/2026")]
    public void Texts_that_are_no_date_time(string text) =>
        Assert.Equal($"expected a date and time, found the text \"{text}\" at $", Codec.Fails<DateTimeOffset, DateTimeOffsetCodec>($"\"{text}\"").Message);

    [Theory]
    [InlineData("2026-03-04T05:06:07.1200000+02:00")]
    [InlineData("0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    public void Date_times_round_trip(string text)
    {
        var value = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(value.EqualsExact(Codec.Read<DateTimeOffset, DateTimeOffsetCodec>(Codec.Write<DateTimeOffset, DateTimeOffsetCodec>(value))));
    }

    [Fact]
    public void Dates()
    {
        Codec.RoundTrip<DateOnly, DateCodec>("\"2024-02-29\"", new DateOnly(2024, 2, 29));
        Assert.Equal("expected a date (yyyy-MM-dd), found the text \"2023-02-29\" at $", Codec.Fails<DateOnly, DateCodec>("\"2023-02-29\"").Message);
        Codec.Fails<DateOnly, DateCodec>("\"2023-02-2\"");
        Codec.Fails<DateOnly, DateCodec>("\"2023-0x-02\"");
    }

    [Theory]
    [InlineData("05:06:07", "05:06:07")]
    [InlineData("05:06", "05:06:00")]
    [InlineData("23:59:59.9999999", "23:59:59.9999999")]
    [InlineData("05:06:07.250Z", "05:06:07.25")]
    public void Times(string json, string written) => Assert.Equal($"\"{written}\"", Codec.Write<TimeOnly, TimeCodec>(Codec.Read<TimeOnly, TimeCodec>($"\"{json}\"")));

    [Theory]
    [InlineData("24:00:00")]
    [InlineData("23:59:60")]
    [InlineData("5:06")]
    [InlineData("05:06:07+02:00")]
    public void Texts_that_are_no_time(string json) => Codec.Fails<TimeOnly, TimeCodec>($"\"{json}\"");

    [Theory]
    [InlineData("PT0S", "00:00:00", "PT0S")]
    [InlineData("P1DT2H3M4.5S", "1.02:03:04.5", "P1DT2H3M4.5S")]
    [InlineData("P2W", "14.00:00:00", "P14D")]
    [InlineData("-PT90M", "-01:30:00", "-PT1H30M")]
    [InlineData("PT1,5H", "01:30:00", "PT1H30M")]
    [InlineData("PT0.0000001S", "00:00:00.0000001", "PT0.0000001S")]
    public void Durations(string json, string expected, string written)
    {
        var value = Codec.Read<TimeSpan, DurationCodec>($"\"{json}\"");
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        Assert.Equal($"\"{written}\"", Codec.Write<TimeSpan, DurationCodec>(value));
    }

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P2M")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("PT1S2M")]
    [InlineData("P1H")]
    [InlineData("P1")]
    [InlineData("PD")]
    [InlineData("P1DT2")]
    [InlineData("P99999999999999D")]
    [InlineData("1.02:03:04")]
    public void Texts_that_are_no_duration(string json) =>
        Assert.Equal($"expected an ISO 8601 duration without years and months, found the text \"{json}\" at $", Codec.Fails<TimeSpan, DurationCodec>($"\"{json}\"").Message);

    [Fact]
    public void The_longest_durations_round_trip()
    {
        foreach (var value in (TimeSpan[])[TimeSpan.MaxValue, TimeSpan.MinValue + TimeSpan.FromTicks(1)])
        {
            Assert.Equal(value, Codec.Read<TimeSpan, DurationCodec>(Codec.Write<TimeSpan, DurationCodec>(value)));
        }
    }

    [Fact]
    public void Uris()
    {
        Codec.RoundTrip<Uri, UriCodec>("\"https://example.com/a b?c=%20\"", new Uri("https://example.com/a b?c=%20"));
        Codec.RoundTrip<Uri, UriCodec>("\"../relative\"", new Uri("../relative", UriKind.Relative));
        Assert.Equal("expected a URI, found the text \"http://[\" at $", Codec.Fails<Uri, UriCodec>("\"http://[\"").Message);
    }

    [Theory]
    [InlineData("+/8=")]
    [InlineData("-_8")]
    [InlineData("-_8=")]
    public void Bytes_are_read_from_base64_and_base64url(string text) => Assert.Equal([0xFB, 0xFF], Codec.Read<ReadOnlyMemory<byte>, BytesCodec>($"\"{text}\"").ToArray());

    [Fact]
    public void Bytes_are_written_in_the_form_of_the_format()
    {
        Assert.Equal("\"+/8=\"", Codec.Write<ReadOnlyMemory<byte>, BytesCodec>(new byte[] { 0xFB, 0xFF }));
        Assert.Equal("\"-_8\"", Codec.Write<ReadOnlyMemory<byte>, Base64UrlCodec>(new byte[] { 0xFB, 0xFF }));
        Assert.Equal("\"\"", Codec.Write<ReadOnlyMemory<byte>, BytesCodec>(default));
        Assert.Equal(0, Codec.Read<ReadOnlyMemory<byte>, BytesCodec>("\"\"").Length);
        Codec.Fails<ReadOnlyMemory<byte>, BytesCodec>("\"***\"");
    }

    [Fact]
    public void Elements_are_written_compact_with_their_numbers_as_they_were()
    {
        var element = Codec.Read<System.Text.Json.JsonElement, ElementCodec>("""{ "a" : [ 1.50 , "\u0041\/\"" , null, true , {} , [ ] ] , "b" : { "c" : 1e5 } }""");
        Assert.Equal("""{"a":[1.50,"A/\"",null,true,{},[]],"b":{"c":1e5}}""", Codec.Write<System.Text.Json.JsonElement, ElementCodec>(element));
        Assert.Equal("null", Codec.Write<System.Text.Json.JsonElement, ElementCodec>(default));
    }

    [Fact]
    public void Integer_enums_keep_unknown_numbers()
    {
        Codec.RoundTrip<Priority, Int32EnumCodec<Priority>>("2", Priority.Normal);
        Codec.RoundTrip<Priority, Int32EnumCodec<Priority>>("77", (Priority)77);
        Codec.RoundTrip<Big, Int64EnumCodec<Big>>("5000000000", Big.Five);
    }

    [Theory]
    [InlineData("1e999", "the number 1e999 does not fit a double at $")]
    [InlineData("-1e999", "the number -1e999 does not fit a double at $")]
    [InlineData("null", "expected a number, found null at $")]
    [InlineData("\"1\"", "expected a number, found a string at $")]
    [InlineData("[1]", "expected a number, found an array at $")]
    [InlineData("{}", "expected a number, found an object at $")]
    [InlineData("true", "expected a number, found a boolean at $")]
    public void Wrong_tokens_are_named(string json, string message) => Assert.Equal(message, Codec.Fails<double, DoubleCodec>(json).Message);

    [Fact]
    public void Huge_numbers_do_not_fit_and_are_not_repeated_whole()
    {
        Assert.Equal("the number 2147483648 does not fit a 32-bit integer at $", Codec.Fails<int, Int32Codec>("2147483648").Message);
        Assert.Equal("the number 1.5 does not fit a 64-bit integer at $", Codec.Fails<long, Int64Codec>("1.5").Message);
        Assert.Equal("the number 9223372036854775808 does not fit a 64-bit integer at $", Codec.Fails<long, Int64Codec>("9223372036854775808").Message);
        Assert.Equal("the number 1e30 does not fit a decimal at $", Codec.Fails<decimal, DecimalCodec>("1e30").Message);
        Assert.Equal($"the number {new string('9', 40)}... does not fit a 64-bit integer at $", Codec.Fails<long, Int64Codec>(new string('9', 100_000)).Message);
    }

    private enum Big : long
    {
        Five = 5_000_000_000,
    }
}
