//! What the generated handles are written in.

#![allow(
    unused_macros,
    unused_imports,
    reason = "a program with the Authentication API alone has no group"
)]

/// A group of operations: a handle with a method for each of them, and one for each group in it.
///
/// `handles! { Name of Api { method Operation "METHOD /path" (required: T, …); … } { group Handle; … } }`
macro_rules! handles {
    (
        $(#[$meta:meta])*
        $name:ident of $api:ident
        { $(
            $(#[$method_meta:meta])*
            $method:ident $operation:ident $route:literal ( $($argument:ident: $type:ty),* );
        )* }
        { $( $group:ident $handle:ident; )* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        #[must_use = "a handle only leads to operations"]
        pub struct $name<'c>(&'c crate::api_client::ApiClient<doorward_api::$api>);

        impl<'c> $name<'c> {
            pub(crate) fn new(
                client: &'c crate::api_client::ApiClient<doorward_api::$api>,
            ) -> Self {
                Self(client)
            }

            $(
                #[doc = concat!("`", $route, "`: [`", stringify!($operation), "`].")]
                $(#[$method_meta])*
                pub fn $method(
                    self,
                    $($argument: impl Into<$type>),*
                ) -> crate::api_client::Call<'c, $operation> {
                    let operation = handles!(@make $operation $($argument)*);
                    crate::api_client::Call::new(self.0, operation)
                }
            )*

            $(
                #[doc = concat!("The group [`", stringify!($handle), "`].")]
                pub fn $group(self) -> $handle<'c> {
                    $handle::new(self.0)
                }
            )*
        }
    };
    (@make $operation:ident) => { $operation::default() };
    (@make $operation:ident $($argument:ident)+) => { $operation::new($($argument),+) };
}
pub(crate) use handles;

/// The groups of an API as methods of its client: `roots! { Api group Handle; … }`
macro_rules! roots {
    ($api:ident $( $group:ident $handle:ident; )*) => {
        impl crate::api_client::ApiClient<doorward_api::$api> {
            $(
                #[doc = concat!("The group [`", stringify!($handle), "`].")]
                pub fn $group(&self) -> $handle<'_> {
                    $handle::new(self)
                }
            )*
        }
    };
}
pub(crate) use roots;
