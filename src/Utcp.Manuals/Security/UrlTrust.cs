namespace Utcp.Manuals.Security;

/// <summary>Where a URL comes from.</summary>
public enum UrlTrust
{
    /// <summary>The developer or the operator wrote or reviewed it: a file of the project, a configuration.</summary>
    Local,

    /// <summary>It came over the network, with a manual or an OpenAPI document: it may not lead into this machine or its network (D13).</summary>
    Remote,
}
