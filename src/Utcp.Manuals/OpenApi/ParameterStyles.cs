using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads <c>style</c>, and <c>collectionFormat</c> of Swagger 2.0.</summary>
internal static class ParameterStyles
{
    public static ParameterStyle Default(ParameterLocation location) =>
        location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    /// <summary>The style of a parameter; that of its place when the document names none, or one that its place does not have.</summary>
    public static ParameterStyle Read(OpenApiDocument document, JsonValue node, ParameterLocation location)
    {
        var fallback = Default(location);
        if (document.Nodes.Text(node, "style") is not { } text)
        {
            return fallback;
        }

        if (Parse(text) is { } style && Fits(style, location))
        {
            return style;
        }

        document.Problems.Add(ProblemCodes.InvalidField, node["style"]!, $"{Quoted.Text(text)} is no style for this place; \"{(fallback == ParameterStyle.Form ? "form" : "simple")}\" is used.");
        return fallback;
    }

    /// <summary>The style of a Swagger 2.0 parameter, and whether it explodes.</summary>
    public static (ParameterStyle Style, bool Explode) ReadCollection(OpenApiDocument document, JsonValue node, ParameterLocation location)
    {
        var fallback = Default(location);
        switch (document.Nodes.Text(node, "collectionFormat"))
        {
            case null or "csv":
                return (fallback, false);
            case "multi" when fallback == ParameterStyle.Form:
                return (ParameterStyle.Form, true);
            case "ssv":
                return (ParameterStyle.SpaceDelimited, false);
            case "tsv":
                return (ParameterStyle.TabDelimited, false);
            case "pipes":
                return (ParameterStyle.PipeDelimited, false);
            case { } text:
                document.Problems.Add(ProblemCodes.InvalidField, node["collectionFormat"]!, $"{Quoted.Text(text)} is no collection format for this place; \"csv\" is used.");
                return (fallback, false);
        }
    }

    private static ParameterStyle? Parse(string text) => text switch
    {
        "form" => ParameterStyle.Form,
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "cookie" => ParameterStyle.Cookie,
        _ => null,
    };

    private static bool Fits(ParameterStyle style, ParameterLocation location) => location switch
    {
        ParameterLocation.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
        ParameterLocation.Header => style == ParameterStyle.Simple,
        ParameterLocation.Cookie => style is ParameterStyle.Form or ParameterStyle.Cookie,
        _ => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
    };
}
