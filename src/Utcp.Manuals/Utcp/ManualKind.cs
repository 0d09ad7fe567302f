namespace Utcp.Manuals.Utcp;

/// <summary>What kind of document a text is.</summary>
public enum ManualKind
{
    /// <summary>Neither of the others.</summary>
    None,

    /// <summary>A UTCP manual, v0.x or v1.x.</summary>
    Utcp,

    /// <summary>An OpenAPI or Swagger document.</summary>
    OpenApi,
}
