namespace Utcp.Manuals.Model;

/// <summary>A place in a request.</summary>
public enum ParameterLocation
{
    /// <summary>A placeholder of the URL template.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The whole body.</summary>
    Body,

    /// <summary>One member of a JSON object that is the body (v0.x templates without <c>body_field</c>, section 1.4).</summary>
    BodyMember,

    /// <summary>A field of a form that is the body (2.0 <c>formData</c>).</summary>
    FormField,

    /// <summary>A part of a multipart body (2.0 <c>formData</c>).</summary>
    Part,

    /// <summary>The whole query (OpenAPI 3.2 <c>querystring</c>).</summary>
    QueryString,

    /// <summary>A message on a WebSocket.</summary>
    Message,
}
