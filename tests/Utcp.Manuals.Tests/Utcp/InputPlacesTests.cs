using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Utcp;

/// <summary>The places of inputs as text.</summary>
public sealed class InputPlacesTests
{
    [Fact]
    public void Every_place_comes_back()
    {
        var parameters = new List<Parameter>();
        foreach (var location in Enum.GetValues<ParameterLocation>())
        {
            foreach (var style in Enum.GetValues<ParameterStyle>().Cast<ParameterStyle?>().Append(null))
            {
                parameters.Add(new Parameter { Name = $"{location} {style}", Location = location, Style = style, Schema = new AnySchema(), Required = parameters.Count % 2 == 0, Explode = parameters.Count % 3 == 0, AllowReserved = parameters.Count % 5 == 0 });
            }
        }

        parameters.Add(new Parameter { Name = "a\tb\nc\\d", WireName = "x\ty\\", ContentType = "application/json; a=\"b\"", Location = ParameterLocation.Query, Schema = new AnySchema() });
        parameters.Add(new Parameter { Name = "\\t", ContentType = "text/plain", Location = ParameterLocation.Header, Schema = new AnySchema() });
        Assert.Equal(parameters.Select(Facts), InputPlaces.Read(InputPlaces.Write(parameters)).Select(Facts));
    }

    private static (string, string, ParameterLocation, bool, ParameterStyle?, bool, bool, string?) Facts(Parameter parameter) =>
        (parameter.Name, parameter.WireName, parameter.Location, parameter.Required, parameter.Style, parameter.Explode, parameter.AllowReserved, parameter.ContentType);

    [Fact]
    public void Nothing_is_nothing() => Assert.Empty(InputPlaces.Read(InputPlaces.Write([])));
}
