using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>How the fields of a form are written that are inputs of their own (2.0 <c>formData</c>).</summary>
public static class BodyEncodings
{
    /// <summary>The encodings of a tool's fields, apart from those that repeat their name, which all fields do without one.</summary>
    public static IReadOnlyList<PropertyEncoding> OfFields(Tool tool) =>
    [
        .. tool.Parameters
            .Where(parameter => parameter is { Location: ParameterLocation.FormField or ParameterLocation.Part, Style: not null, Schema: ArraySchema or ObjectSchema } && !(parameter.Style == ParameterStyle.Form && parameter.Explode))
            .Select(parameter => new PropertyEncoding { Property = parameter.WireName, Style = parameter.Style, Explode = parameter.Explode, AllowReserved = parameter.AllowReserved, Span = parameter.Span }),
    ];
}
