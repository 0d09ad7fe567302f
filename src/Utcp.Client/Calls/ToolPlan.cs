using System.Text.Json;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Client.Calls;

/// <summary>The inputs of a tool and where each goes, worked out once. Shared by all calls.</summary>
internal abstract class ToolPlan(string name, Tool tool, string url)
{
    /// <summary>The tool's full name.</summary>
    public string Tool { get; } = name;

    public ToolInput[] Inputs { get; } = InputsOf(tool);

    /// <summary>The places in the order of the request: those in the URL from left to right, then the others.</summary>
    public ToolPlace[] Places { get; } = PlacesOf(tool, url);

    /// <summary>Where inputs without a name in the manual go, or null when there are none.</summary>
    public OtherPlaces? Others { get; protected init; }

    private static ToolInput[] InputsOf(Tool tool) =>
    [
        .. tool.Parameters.GroupBy(parameter => parameter.Name).Select(group => new ToolInput(group.Key, group.Any(parameter => parameter.Required), Constant(group.First().Schema))),
    ];

    private static JsonElement? Constant(Schema schema)
    {
        if (schema is not ConstSchema { Nullable: false, Value: var value })
        {
            return null;
        }

        using var document = JsonDocument.Parse(JsonText.Minify(value));
        return document.RootElement.Clone();
    }

    // The URL is built from left to right, so path arguments come first and once per placeholder.
    private static ToolPlace[] PlacesOf(Tool tool, string url)
    {
        var names = tool.Parameters.Select(parameter => parameter.Name).Distinct().ToList();
        var places = new List<ToolPlace>();
        foreach (var placeholder in UrlTemplate.Parse(url).Pieces.Where(piece => piece.IsPlaceholder))
        {
            if (tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path && parameter.WireName == placeholder.Text) is { } parameter)
            {
                places.Add(Place(parameter));
            }
        }

        places.AddRange(tool.Parameters.Where(parameter => parameter.Location != ParameterLocation.Path).Select(Place));
        return [.. places];

        ToolPlace Place(Parameter parameter) => new(names.IndexOf(parameter.Name), parameter.Location, parameter.WireName, parameter);
    }
}
