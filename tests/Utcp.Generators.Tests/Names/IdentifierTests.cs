using Microsoft.CodeAnalysis.CSharp;
using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.Tests.Names;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("get_forecast", "GetForecast")]
    [InlineData("getForecast", "GetForecast")]
    [InlineData("get-forecast.v2", "GetForecastV2")]
    [InlineData("WEATHER_API_KEY", "WeatherApiKey")]
    [InlineData("ID", "Id")]
    [InlineData("userID", "UserID")]
    [InlineData("HTTPStatus", "HTTPStatus")]
    [InlineData("3d", "_3d")]
    [InlineData("v2beta", "V2beta")]
    [InlineData("class", "Class")]
    [InlineData("", "Empty")]
    [InlineData("   ", "Empty")]
    [InlineData("@type", "Type")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("a-1", "A1")]
    [InlineData("+", "Plus")]
    [InlineData("<=", "LessEqual")]
    [InlineData("\U0001F600", "U1F600")]
    [InlineData("straße", "Straße")]
    [InlineData("größe_max", "GrößeMax")]
    [InlineData("名前", "名前")]
    [InlineData("a\u202Eb", "AB")]
    [InlineData("*/ } class X {", "ClassX")]
    [InlineData("a\nb", "AB")]
    public void Pascal(string text, string expected) => Assert.Equal(expected, Identifier.Pascal(text));

    [Theory]
    [InlineData("get_forecast", "getForecast")]
    [InlineData("URL", "url")]
    [InlineData("IOPort", "ioPort")]
    [InlineData("station-id", "stationId")]
    [InlineData("X-Api-Key", "xApiKey")]
    [InlineData("X-A", "xA")]
    [InlineData("3d", "_3d")]
    [InlineData("Id", "id")]
    public void Camel(string text, string expected) => Assert.Equal(expected, Identifier.Camel(text));

    [Fact]
    public void A_lone_surrogate_is_spelled_out() => Assert.Equal("UD83D", Identifier.Pascal("\uD83D"));

    [Fact]
    public void Symbols_tell_names_apart() => Assert.Equal("AtType", Identifier.PascalWithSymbols("@type"));

    [Fact]
    public void Long_names_are_cut_and_stay_distinct()
    {
        var left = Identifier.Pascal(new string('a', 5000) + "x");
        var right = Identifier.Pascal(new string('a', 5000) + "y");

        Assert.InRange(left.Length, 1, Identifier.MaxLength);
        Assert.NotEqual(left, right);
    }

    [Fact]
    public void Every_text_gives_a_valid_identifier()
    {
        var random = new Random(20261120);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(4) == 0 ? (char)random.Next(0, 65536) : (char)random.Next(32, 127))]);
            foreach (var identifier in new[] { Identifier.Pascal(text), Identifier.PascalWithSymbols(text), Identifier.Camel(text) })
            {
                Assert.True(SyntaxFacts.IsValidIdentifier(identifier), $"{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text))} gave '{identifier}'");
            }
        }
    }

    [Theory]
    [InlineData("Days", "Day")]
    [InlineData("ForecastDays", "ForecastDay")]
    [InlineData("Entries", "Entry")]
    [InlineData("Addresses", "Address")]
    [InlineData("Boxes", "Box")]
    [InlineData("People", "Person")]
    [InlineData("Status", "StatusItem")]
    [InlineData("Analysis", "AnalysisItem")]
    [InlineData("Data", "DataItem")]
    public void Singular(string plural, string expected) => Assert.Equal(expected, Plural.Singular(plural));
}
