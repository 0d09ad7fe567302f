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

    /// <summary>A message on a WebSocket.</summary>
    Message,
}
