using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What is said of inputs that the document does not describe.</summary>
internal static class InputText
{
    /// <summary>Where the input goes, and as what.</summary>
    public static string Of(Parameter parameter) => parameter.Location switch
    {
        ParameterLocation.Path => "The path parameter " + parameter.WireName + ".",
        ParameterLocation.Query => "The query parameter " + parameter.WireName + ".",
        ParameterLocation.QueryString => "The query of the URL.",
        ParameterLocation.Header => "The header " + parameter.WireName + ".",
        ParameterLocation.Cookie => "The cookie " + parameter.WireName + ".",
        ParameterLocation.FormField => "The form field " + parameter.WireName + ".",
        ParameterLocation.Part => "The part " + parameter.WireName + " of the body.",
        ParameterLocation.BodyMember => "The member " + parameter.WireName + " of the body.",
        ParameterLocation.Body => "The body of the request.",
        _ => "The argument " + parameter.WireName + " of the message.",
    };
}
