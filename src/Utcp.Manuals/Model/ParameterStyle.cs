namespace Utcp.Manuals.Model;

/// <summary>How arrays and objects are written into a place of a request (OpenAPI <c>style</c> and 2.0 <c>collectionFormat</c>).</summary>
public enum ParameterStyle
{
    /// <summary><c>a=1&amp;a=2</c>, or <c>a=1,2</c> without explode: queries, cookies, forms.</summary>
    Form,

    /// <summary><c>1,2</c>: paths and headers.</summary>
    Simple,

    /// <summary><c>.1.2</c>: paths.</summary>
    Label,

    /// <summary><c>;a=1;a=2</c>: paths.</summary>
    Matrix,

    /// <summary><c>a=1%202</c>; the elements have a space between them.</summary>
    SpaceDelimited,

    /// <summary><c>a=1|2</c>; the elements have a bar between them.</summary>
    PipeDelimited,

    /// <summary>The elements have a tab between them (2.0 <c>tsv</c>).</summary>
    TabDelimited,

    /// <summary><c>a[x]=1&amp;a[y]=2</c>: objects in queries and forms.</summary>
    DeepObject,

    /// <summary>As <see cref="Form"/>, nothing percent-encoded, pairs with "; " between them: cookies (OpenAPI 3.2).</summary>
    Cookie,
}
