using System.Globalization;
using System.Text;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

/// <summary>The short ways give what the long ways give.</summary>
public sealed class PlainTests
{
    [Fact]
    public void Special_units_are_found_at_any_place()
    {
        foreach (var special in "\"\\\u001f\0\u0080ü\u0100\uFF22東\u7fff\u8000\uffff")
        {
            for (var length = 1; length <= 50; length++)
            {
                for (var at = 0; at < length; at++)
                {
                    var text = new string('x', at) + special + new string('~', length - at - 1);
                    Assert.False(PlainText.TryCopy(text, new byte[64]));
                    Assert.Equal(text, Codec.Read<string, StringCodec>(Codec.Write<string, StringCodec>(text)));
                }
            }
        }

        for (var length = 0; length <= 100; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)(0x23 + (i % 0x39))));
            Assert.Equal($"\"{text}\"", Codec.Write<string, StringCodec>(text));
        }
    }

    [Fact]
    public void Numbers_are_read_as_the_framework_reads_them()
    {
        var random = new Random(20261120);
        for (var i = 0; i < 50_000; i++)
        {
            var digits = random.NextInt64((long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            var dot = random.Next(0, digits.Length);
            var text = dot == 0 ? digits : TrimZeros(digits[..dot]) + "." + digits[dot..];
            text = (random.Next(2) == 0 ? "-" : "") + text + (random.Next(10) == 0 ? "e" + random.Next(-20, 20) : "");
            var value = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Codec.Read<double, DoubleCodec>(text)));
            if (PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), out var plain))
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(plain));
            }
        }
    }

    [Fact]
    public void Numbers_are_written_as_the_framework_writes_them()
    {
        var random = new Random(20261120);
        var target = new byte[32];
        for (var i = 0; i < 50_000; i++)
        {
            var value = (random.Next(4)) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
                1 => Math.Round(random.NextDouble() * Math.Pow(10, random.Next(0, 12)), random.Next(0, 8)),
                2 => -random.Next() / 8.0,
                _ => random.NextDouble() - 0.5,
            };
            if (PlainNumber.TryFormat(value, target, out var written))
            {
                var text = Encoding.UTF8.GetString(target.AsSpan(0, written));
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)));
                if (Math.Abs(value) >= 0.0001 || value == 0)
                {
                    Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), text);
                }
            }
        }
    }

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("-0", -0.0)]
    [InlineData("0.000001", 0.000001)]
    [InlineData("1E-07", 1e-7)]
    [InlineData("999999999", 999999999)]
    [InlineData("1000000000", 1000000000)]
    [InlineData("-0.5", -0.5)]
    [InlineData("100", 100)]
    public void Edges(string json, double value)
    {
        Assert.Equal(json, Codec.Write<double, DoubleCodec>(value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Codec.Read<double, DoubleCodec>(json)));
    }

    private static string TrimZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
}
